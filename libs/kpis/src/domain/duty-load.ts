import type { Duty } from './duty.js';
import type { LoadDay } from './load-days.js';
import { type LoadByHour, NO_LOAD } from './load-heat.js';

/** One hour of the week: how many are on duty in it, and how much comes. */
export interface DutyCell {
  readonly weekday: number;
  readonly hour: number;
  /** How many such hours have begun. */
  readonly hours: number;
  /** Hours of work of all people together. */
  readonly personHours: number;
  readonly arrived: number;
}

export interface DutyDay {
  readonly date: string;
  readonly weekday: number;
  readonly personHours: number;
  readonly arrived: number;
}

/** People on duty against what came. */
export interface DutyLoad {
  readonly cells: readonly DutyCell[];
  readonly days: readonly DutyDay[];
  readonly personHours: number;
  readonly arrived: number;
}

const HOURS = 24;
const WEEKDAYS = 7;

/** Holds arrivals against the people on duty, hour by hour. Hours from `until` on have not begun and count for nothing. */
export function dutyLoad(duty: Duty, days: readonly LoadDay[], load: LoadByHour, until: number): DutyLoad {
  const cells = Array.from({ length: WEEKDAYS * HOURS }, () => ({ hours: 0, personHours: 0, arrived: 0 }));
  const byDay: DutyDay[] = [];
  for (const { date, weekday, first, clock } of days.filter((day) => day.first < until)) {
    const day = { date, weekday, personHours: 0, arrived: 0 };
    for (const [at, hour] of clock.entries()) {
      if (first + at >= until) break;
      const people = duty.at(first + at);
      const { arrived } = load.get(first + at) ?? NO_LOAD;
      const cell = cells[(weekday - 1) * HOURS + hour]!;
      cell.hours += 1;
      for (const sum of [cell, day]) {
        sum.personHours += people;
        sum.arrived += arrived;
      }
    }
    byDay.push(day);
  }
  return {
    cells: cells.map((cell, at) => ({ weekday: Math.floor(at / HOURS) + 1, hour: at % HOURS, ...cell })),
    days: byDay,
    personHours: byDay.reduce((sum, { personHours }) => sum + personHours, 0),
    arrived: byDay.reduce((sum, { arrived }) => sum + arrived, 0),
  };
}

/** Hours of work of a whole day. */
export function personHoursOf(duty: Duty, { first, clock }: LoadDay): number {
  return clock.reduce((sum, _, at) => sum + duty.at(first + at), 0);
}

/** What came in hours in which nobody of the group that it came to was on duty; of a group that is not known, nobody at all. */
export function unattended(
  arrivals: readonly { readonly hour: number; readonly groupId: string; readonly arrived: number }[],
  dutyOf: ReadonlyMap<string, Duty>,
  all: Duty,
): number {
  return arrivals.reduce((sum, { hour, groupId, arrived }) => ((dutyOf.get(groupId) ?? all).at(hour) > 0 ? sum : sum + arrived), 0);
}
