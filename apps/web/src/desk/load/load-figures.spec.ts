import { describe, expect, it } from '@jest/globals';
import { binsOf, busiest, dayHours, growth, levelOf, weekHours } from './load-figures';
import type { Duty, Load } from './load-queries';

const heat = Array.from({ length: 168 }, (_, at) => {
  const [weekday, hour] = [Math.floor(at / 24) + 1, at % 24];
  const busy = weekday === 1 && hour === 9;
  return { weekday, hour, hours: 8, arrived: busy ? 40 : hour === 20 ? 4 : 0, reopened: 0, resolved: busy ? 8 : 0, cancelled: 0 };
});
const load = { heat } as unknown as Load;
const cells = heat.map(({ weekday, hour, hours, arrived }) => ({ weekday, hour, hours, arrived, personHours: hour === 9 ? 16 : 0 }));
const duty = { cells } as unknown as Duty;

describe('the hours of the week', () => {
  it('show the mean of an hour, or what comes to an hour of work; where nobody works there is none', () => {
    expect(weekHours(load, duty, 'arrived')[9]).toMatchObject({ weekday: 1, hour: 9, count: 40, value: 5 });
    expect(weekHours(load, duty, 'resolved')[9]).toMatchObject({ count: 8, value: 1 });
    expect(weekHours(load, duty, 'perPerson')[9]).toMatchObject({ count: 40, value: 2.5 });
    expect(weekHours(load, duty, 'perPerson')[20]!.value).toBeNull();
  });

  it('name the busiest one, but of fewer than five tickets none', () => {
    expect(busiest(weekHours(load, duty, 'arrived'))).toMatchObject({ weekday: 1, hour: 9 });
    expect(busiest(weekHours(load, duty, 'arrived').filter(({ hour }) => hour === 20))).toBeNull();
  });

  it('are coloured by fifths of the most', () => {
    expect([0, 0.1, 1, 1.1, 5].map((value) => levelOf(value, 5))).toEqual([0, 1, 1, 2, 5]);
    expect(levelOf(1, 0)).toBe(0);
  });
});

describe('the days', () => {
  const days = (count: number): Load['days'] =>
    Array.from({ length: count }, (_, at) => ({
      ...{ date: `day ${at}`, weekday: (at % 7) + 1, working: true },
      ...{ arrived: 2, reopened: 1, resolved: 1, cancelled: 1 },
    }));

  it('stand one by one, and by weeks where there are many', () => {
    expect(binsOf(days(56))).toHaveLength(56);
    const weeks = binsOf(days(91));
    expect(weeks).toHaveLength(13);
    expect(weeks[0]).toEqual({ date: 'day 0', last: 'day 6', arrived: 14, resolved: 7, gone: 7, back: 7 });
  });

  it('grow the backlog by what came less what went', () => {
    expect(growth({ arrived: 10, reopened: 2, resolved: 7, cancelled: 1 })).toBe(4);
  });
});

describe('the hours of a working day', () => {
  it('are told as parts of what comes and of what is worked', () => {
    const hours = dayHours(duty);
    expect(hours[9]).toMatchObject({ arrived: 40, personHours: 80, work: 100 });
    expect(hours[9]!.load + hours[20]!.load).toBe(100);
  });
});
