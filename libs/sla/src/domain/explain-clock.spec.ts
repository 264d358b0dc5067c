import { formatInstant } from '#kernel';
import { explainClock } from './explain-clock.js';
import { calendars, inRiga, P1, P3, riga, Story } from './test/clock-story.js';

const hour = 3_600_000_000;
const told = (story: Story, now: string) =>
  explainClock(story.clock, riga(now), calendars).intervals.map(
    (i) => `${inRiga(i.from)} ${i.counted ? '+' : '-'} ${i.reason}${i.future ? ' (future)' : ''}`,
  );

describe('the explanation of a clock', () => {
  it('tells a running clock as contiguous intervals that add up to the target', () => {
    const story = Story.started('2026-06-25 15:00', P3).paused('2026-06-26 10:00').resumed('2026-06-26 12:00');
    expect(told(story, '2026-06-26 13:00')).toEqual([
      '2026-06-25 15:00 + working',
      '2026-06-25 17:00 - night',
      '2026-06-26 08:30 + working',
      '2026-06-26 10:00 - pause',
      '2026-06-26 12:00 + working',
      '2026-06-26 13:00 + working (future)',
      '2026-06-26 17:00 - night (future)',
      '2026-06-27 08:30 + working (future)',
    ]);
    const { intervals, counted, days } = explainClock(story.clock, riga('2026-06-26 13:00'), calendars);
    expect(counted).toBe(16 * hour);
    expect(intervals.every((part, i) => i === 0 || part.from === intervals[i - 1]!.to)).toBe(true);
    expect([inRiga(intervals[0]!.from), inRiga(intervals.at(-1)!.to)]).toEqual(['2026-06-25 15:00', '2026-06-27 16:00']);
    expect(days.map((d) => [d.date, d.counted / hour, d.kind])).toEqual([
      ['2026-06-25', 2, 'working'],
      ['2026-06-26', 6.5, 'working'],
      ['2026-06-27', 7.5, 'moved_working_day'],
    ]);
  });

  it('names holidays, moved days off and the hour that a shortened day loses', () => {
    const story = Story.started('2026-06-19 15:00', P3);
    expect(told(story, '2026-06-19 15:00').slice(1, 6)).toEqual([
      '2026-06-19 17:00 - night (future)',
      '2026-06-20 00:00 - weekend (future)',
      '2026-06-22 00:00 - moved_day_off (future)',
      '2026-06-23 00:00 - holiday (future)',
      '2026-06-24 00:00 - holiday (future)',
    ]);
    expect(told(Story.started('2026-04-30 15:00', P3), '2026-04-30 15:00').slice(0, 3)).toEqual([
      '2026-04-30 15:00 + working (future)',
      '2026-04-30 16:00 - shortened (future)',
      '2026-04-30 17:00 - night (future)',
    ]);
  });

  it('counts a change of calendar by the calendar of each stretch', () => {
    const story = Story.started('2026-03-02 09:00', P3).retargeted('2026-03-02 16:00', P1);
    expect(explainClock(story.clock, riga('2026-03-02 16:00'), calendars).counted).toBe(11 * hour);
  });

  it('ends with the stop, and leaves out the time between resolution and reopening', () => {
    const met = Story.started('2026-03-02 09:00', P1).stopped('2026-03-02 10:30');
    expect(explainClock(met.clock, riga('2026-03-05 09:00'), calendars)).toMatchObject({ counted: 1.5 * hour, uncounted: 0 });
    const again = met.reopened('2026-03-02 11:00');
    expect(told(again, '2026-03-02 12:00')).toEqual([
      '2026-03-02 09:00 + working',
      '2026-03-02 10:30 - after_stop',
      '2026-03-02 11:00 + working',
      '2026-03-02 12:00 + working (future)',
    ]);
  });

  it('ends with now while paused, and with the deadline when late', () => {
    const paused = Story.started('2026-03-02 09:00', P1).paused('2026-03-02 10:00');
    expect(told(paused, '2026-03-02 12:00')).toEqual(['2026-03-02 09:00 + working', '2026-03-02 10:00 - pause']);
    const { intervals, counted } = explainClock(Story.started('2026-03-02 09:00', P1).clock, riga('2026-03-04 09:00'), calendars);
    expect([formatInstant(intervals.at(-1)!.to), counted]).toEqual([formatInstant(riga('2026-03-02 13:00')), 4 * hour]);
  });
});
