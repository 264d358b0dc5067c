import type { Duty, HeatCell, Load } from './load-queries';
import type { View } from './load-search';

/** One hour of the week as the heat map shows it. */
export interface WeekHour {
  weekday: HeatCell['weekday'] & (1 | 2 | 3 | 4 | 5 | 6 | 7);
  hour: number;
  /** How many such hours have been. */
  hours: number;
  /** What came or went in all of them. */
  count: number;
  /** The mean of one of them, or what came to an hour of one person's work; null where nobody works. */
  value: number | null;
}

/** What the hours of the week show. */
export function weekHours(load: Load, duty: Duty | undefined, view: View): WeekHour[] {
  return load.heat.map((cell, at) => {
    const { weekday, hour, hours } = cell;
    const count = view === 'resolved' ? cell.resolved : cell.arrived;
    const worked = duty?.cells[at]?.personHours ?? 0;
    const came = duty?.cells[at]?.arrived ?? 0;
    const value = view === 'perPerson' ? (worked > 0 ? came / worked : null) : hours > 0 ? count / hours : null;
    return { weekday: weekday as WeekHour['weekday'], hour, hours, count: view === 'perPerson' ? came : count, value };
  });
}

/** From 1 to 5, by fifths of the most; nothing is 0. */
export function levelOf(value: number, most: number): number {
  return value <= 0 || most <= 0 ? 0 : Math.min(5, Math.ceil((value / most) * 5));
}

/** One decimal says too little where everything is below one, and too much above twenty. */
export const digitsOf = (most: number): number => (most < 1 ? 2 : most < 20 ? 1 : 0);

/** The hour of the week with the highest value that says something: of at least five tickets. */
export function busiest(cells: readonly WeekHour[]): WeekHour | null {
  const known = cells.filter(({ value, count }) => value !== null && count >= 5);
  return known.reduce<WeekHour | null>((most, cell) => (most === null || cell.value! > most.value! ? cell : most), null);
}

/** What came and went in a stretch of days; `date` is its first. */
export interface Bin {
  date: string;
  last: string;
  arrived: number;
  resolved: number;
  gone: number;
  back: number;
}

const DAILY_MAX = 62;

/** The days one by one, or by weeks from Monday where there are many. */
export function binsOf(days: Load['days']): Bin[] {
  const byWeek = days.length > DAILY_MAX;
  const bins: Bin[] = [];
  for (const { date, weekday, arrived, reopened, resolved, cancelled } of days) {
    if (!byWeek || weekday === 1 || bins.length === 0) bins.push({ date, last: date, arrived: 0, resolved: 0, gone: 0, back: 0 });
    const bin = bins.at(-1)!;
    Object.assign(bin, { last: date, arrived: bin.arrived + arrived, resolved: bin.resolved + resolved });
    Object.assign(bin, { gone: bin.gone + cancelled, back: bin.back + reopened });
  }
  return bins;
}

/** By how much what is open has grown. */
export function growth({ arrived, reopened, resolved, cancelled }: Load['whole']): number {
  return arrived + reopened - resolved - cancelled;
}

/** One hour of the working days: what part of the arrivals and of the work falls into it, in percent. */
export interface DayHour {
  hour: number;
  arrived: number;
  personHours: number;
  load: number;
  work: number;
}

const HOURS = 24;
const WORKING_DAYS = 5;

/** Monday to Friday, hour by hour. */
export function dayHours({ cells }: Duty): DayHour[] {
  const week = cells.filter(({ weekday }) => weekday <= WORKING_DAYS);
  const arrived = week.reduce((sum, cell) => sum + cell.arrived, 0);
  const worked = week.reduce((sum, cell) => sum + cell.personHours, 0);
  return Array.from({ length: HOURS }, (_, hour) => {
    const own = week.filter((cell) => cell.hour === hour);
    const [came, people] = [own.reduce((sum, cell) => sum + cell.arrived, 0), own.reduce((sum, cell) => sum + cell.personHours, 0)];
    const part = (of: number, all: number): number => (all > 0 ? (100 * of) / all : 0);
    return { hour, arrived: came, personHours: people, load: part(came, arrived), work: part(people, worked) };
  });
}
