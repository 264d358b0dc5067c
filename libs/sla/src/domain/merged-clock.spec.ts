import { settle } from './fold-clock.js';
import { inRiga, P1, P3, riga, Story } from './test/clock-story.js';

describe('a merge that is taken back (DOMAIN 4.3(9))', () => {
  const opened = Story.started('2026-06-25 15:00', P3);

  it('leaves the promise as if it had never been, for who was promised it did nothing wrong', () => {
    const merged = opened.cancelled('2026-06-26 10:00');
    expect(merged.clock).toMatchObject({ state: 'cancelled', dueAt: null, outcome: null });
    expect(merged.reopened('2026-06-26 12:00').due).toBe(opened.due);
    expect(merged.reopened('2026-06-26 12:00').thresholds).toEqual(opened.thresholds);
  });

  it('gives no time that a merge to and fro could gain, and a pause ends with the merge', () => {
    const merged = opened.paused('2026-06-26 10:00').cancelled('2026-06-26 11:00').reopened('2026-06-26 15:00');
    expect(merged.due).toBe('2026-06-27 15:00');
    expect(merged.clock.gaps.map(({ from, to }) => [inRiga(from), inRiga(to)])).toEqual([['2026-06-26 10:00', '2026-06-26 11:00']]);
  });

  it('is late where the promise has passed meanwhile, at its deadline and not before', () => {
    const merged = Story.started('2026-03-02 09:00', P1).cancelled('2026-03-02 10:00').reopened('2026-03-02 14:00');
    expect(merged.due).toBe('2026-03-02 13:00');
    expect(settle(merged.clock, riga('2026-03-02 14:00'))).toMatchObject({ outcome: 'breached', outcomeAt: riga('2026-03-02 13:00') });
  });

  it('keeps what was decided before it', () => {
    const late = Story.started('2026-03-02 09:00', P1).cancelled('2026-03-02 15:00').reopened('2026-03-02 16:00');
    expect(late.clock).toMatchObject({ state: 'running', outcome: 'breached', outcomeAt: riga('2026-03-02 13:00') });
  });
});
