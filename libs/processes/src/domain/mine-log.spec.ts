import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseInstant } from '#kernel';
import { type RawEvent, toEventLog } from './event-log.js';
import { mineLog } from './mine-log.js';
import { readTimes } from './read-times.js';

const mined = (...events: [caseId: string, activity: string, time: string][]) => {
  const raw: RawEvent[] = events.map(([caseId, activity, time]) => ({ caseId, activity, time }));
  return mineLog(
    toEventLog(
      raw,
      raw.map(({ time }) => parseInstant(`2026-03-02T${time}Z`)),
    ),
  );
};

describe('Mining a log', () => {
  it('counts by hand what a small log holds', () => {
    const found = mined(
      ['1', 'new', '09:00:00'],
      ['2', 'new', '09:00:00'],
      ['1', 'work', '09:10:00'],
      ['2', 'work', '09:30:00'],
      ['1', 'done', '10:00:00'],
      ['2', 'work', '09:31:00'],
      ['2', 'done', '09:41:00'],
      ['3', 'new', '09:00:00'],
    );
    expect(found).toMatchObject({ cases: 3, events: 8 });
    expect({ ...found.activities }).toEqual({ new: 3, work: 3, done: 2 });
    expect([{ ...found.start }, { ...found.end }]).toEqual([{ new: 3 }, { done: 2, new: 1 }]);
    expect(found.variants).toEqual(
      [
        { trace: ['new'], cases: 1 },
        { trace: ['new', 'work', 'done'], cases: 1 },
        { trace: ['new', 'work', 'work', 'done'], cases: 1 },
      ].sort((a, b) => (JSON.stringify(a.trace) < JSON.stringify(b.trace) ? -1 : 1)),
    );
    expect(found.directlyFollows).toEqual([
      { from: 'new', to: 'work', count: 2, medianSeconds: 1200, p90Seconds: 1680 },
      { from: 'work', to: 'done', count: 2, medianSeconds: 1800, p90Seconds: 2760 },
      { from: 'work', to: 'work', count: 1, medianSeconds: 60, p90Seconds: 60 },
    ]);
    // 3600, 2460 and 0 seconds.
    expect(found.caseDurationSeconds).toEqual({ median: 2460, mean: 2020, p90: 3372 });
  });

  it('sorts each case by time, and keeps the order of events of one instant', () => {
    const found = mined(['1', 'c', '09:01:00'], ['1', 'b', '09:00:00'], ['1', 'a', '09:00:00']);
    expect(found.variants).toEqual([{ trace: ['b', 'a', 'c'], cases: 1 }]);
  });

  it('takes an activity by any name', () => {
    const found = mined(['1', '__proto__', '09:00:00'], ['1', 'constructor', '09:01:00']);
    expect(Object.entries(found.activities)).toEqual([
      ['__proto__', 1],
      ['constructor', 1],
    ]);
    expect(JSON.parse(JSON.stringify(found.start))).toHaveProperty(['__proto__'], 1);
  });

  it('answers an empty log with nothing', () => {
    expect(mineLog(new Map())).toMatchObject({ cases: 0, events: 0, variants: [], directlyFollows: [], caseDurationSeconds: null });
  });

  it('adds up: every event but the first of a case follows one, every case has one variant, one start, one end', () => {
    const logs = fc.array(fc.tuple(fc.constantFrom('1', '2', '3', '4'), fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 59 })));
    fc.assert(
      fc.property(logs, (rows) => {
        const found = mined(
          ...rows.map(([id, activity, minute]) => [id, activity, `09:${String(minute).padStart(2, '0')}:00`] as [string, string, string]),
        );
        const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
        expect(found.events).toBe(rows.length);
        expect(sum(Object.values(found.activities))).toBe(rows.length);
        expect(sum(found.directlyFollows.map(({ count }) => count))).toBe(rows.length - found.cases);
        for (const counts of [Object.values(found.start), Object.values(found.end), found.variants.map(({ cases }) => cases)])
          expect(sum(counts)).toBe(found.cases);
      }),
    );
  });
});

describe('The times of a log', () => {
  const read = (text: string, format?: string) => new Date(readTimes([text], format)[0]! / 1000).toISOString();

  it.each([
    ['2026-03-01T09:05:07Z', '2026-03-01T09:05:07.000Z'],
    ['2026-03-01T09:05:07.25+02:00', '2026-03-01T07:05:07.250Z'],
    ['2026-03-01 09:05:07+0200', '2026-03-01T07:05:07.000Z'],
    ['2026-03-01 09:05', '2026-03-01T09:05:00.000Z'],
    ['2026/3/1 9:05:07', '2026-03-01T09:05:07.000Z'],
    ['2026-03-01', '2026-03-01T00:00:00.000Z'],
    ['1.3.2026. 9:05', '2026-03-01T09:05:00.000Z'],
    ['01.03.2026 09:05:07', '2026-03-01T09:05:07.000Z'],
    ['29/2/2016 01:16', '2016-02-29T01:16:00.000Z'],
    ['12/31/2016 1:16 PM', '2016-12-31T13:16:00.000Z'],
    ['3/1/2026 12:00 am', '2026-01-03T00:00:00.000Z'],
  ])('are recognised: %s', (text, iso) => expect(read(text)).toBe(iso));

  it('have the day or the month first as the whole column says', () => {
    const month = (texts: string[]) => new Date(readTimes(texts)[0]! / 1000).getUTCMonth() + 1;
    expect(month(['3/4/2026 9:00', '13/4/2026 9:00'])).toBe(4);
    expect(month(['3/4/2026 9:00', '4/13/2026 9:00'])).toBe(3);
    expect(() => month(['13/4/2026 9:00', '4/13/2026 9:00'])).toThrow('processes.log.time-ambiguous');
  });

  it.each([
    ['29/2/2016 01:16', 'd/m/yyyy HH:mm', '2016-02-29T01:16:00.000Z'],
    ['2/29/16 1:16:05 pm', 'm/d/yy h:mm:ss a', '2016-02-29T13:16:05.000Z'],
    ['2016-02-29T01:16:00.123456+0200', 'yyyy-MM-ddTHH:mm:ss.SSSSSSZ', '2016-02-28T23:16:00.123Z'],
    ['01:16 29.02.2016', 'HH:mm dd.MM.yyyy', '2016-02-29T01:16:00.000Z'],
    ['20160229', 'yyyyMMdd', '2016-02-29T00:00:00.000Z'],
  ])('are read as a format says: %s as %s', (text, format, iso) => expect(read(text, format)).toBe(iso));

  it.each(['30/2/2016 01:16', '2016-02-29 25:00', 'yesterday', '', '2016-13-01', '2015-02-29'])(
    'are refused with their place: %s',
    (text) => {
      expect(() => readTimes(['2016-02-28 01:00', text])).toThrow(
        expect.objectContaining({ code: 'processes.log.time-unreadable', params: { index: 1, text } }),
      );
    },
  );

  it.each(['HH:mm', 'd/m/yyyy d', 'q/m/yyyy', 'm/yyyy'])('are refused where the format is none: %s', (format) => {
    expect(() => readTimes(['29/2/2016'], format)).toThrow('processes.log.time-format');
  });
});
