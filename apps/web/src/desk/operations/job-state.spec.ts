import { stateOf, timeOfCron } from './job-state';

const now = Date.parse('2026-11-22T12:00:00Z');
const job = {
  ...{ name: 'sla.sweep', queue: 'timers', everySeconds: 1, cron: null, tookMs: 4, failure: null, failures: 0 },
  ...{ nextAt: '2026-11-22T12:00:01Z', finishedAt: '2026-11-22T11:59:59.000Z', failedAt: null },
};

describe('a recurring job', () => {
  it.each([
    ['well', job, 'ok'],
    ['failed last', { ...job, failedAt: '2026-11-22T11:59:59.500Z' }, 'failed'],
    ['well again', { ...job, failedAt: '2026-11-22T11:00:00.000Z' }, 'ok'],
    ['overdue', { ...job, nextAt: '2026-11-22T11:50:00Z' }, 'late'],
    ['new', { ...job, finishedAt: null }, 'unknown'],
  ])('is %s', (_, told, state) => expect(stateOf(told, now)).toBe(state));

  it('runs at a time of day, or at a minute of each hour', () => {
    expect(timeOfCron('20 3 * * *')).toEqual({ hour: 3, minute: 20 });
    expect(timeOfCron('7 * * * *')).toEqual({ hour: null, minute: 7 });
    expect(timeOfCron('0 8 * * 1')).toBeNull();
  });
});
