import { instant, type Instant, type Interval, toDate } from '#kernel';
import type { CalendarDefinition, CalendarException, Weekday } from '#calendars';

const MINUTE = 60_000_000;
const QUARTER = 15 * MINUTE;

/**
 * Counts working time the slow way, to hold the calendar against: it reads the wall clock (`Intl`) every quarter of an hour,
 * looks each minute up in the weekly windows and exceptions, and adds minutes one by one. It shares no code with the calendar.
 */
export class MinuteOracle {
  private readonly format: Intl.DateTimeFormat;
  private readonly walls = new Map<number, { date: string; minute: number }>();

  constructor(private readonly definition: CalendarDefinition) {
    this.format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: definition.timezone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  }

  /** Adds whole minutes; `start` on a whole minute. */
  add(start: Instant, minutes: number, pauses: readonly Interval[] = []): Instant {
    let left = minutes;
    let at: number = start;
    while (left > 0) {
      if (this.counts(at) && !pauses.some((p) => p.from <= at && at < p.to)) left -= 1;
      at += MINUTE;
    }
    return instant(at);
  }

  /** Whole minutes between two instants on whole minutes. */
  elapsed(from: Instant, to: Instant, pauses: readonly Interval[] = []): number {
    let sum = 0;
    for (let at: number = from; at < to; at += MINUTE) {
      if (this.counts(at) && !pauses.some((p) => p.from <= at && at < p.to)) sum += 1;
    }
    return sum;
  }

  counts(at: number): boolean {
    const quarter = Math.floor(at / QUARTER) * QUARTER;
    let wall = this.walls.get(quarter);
    if (!wall) {
      const [date, time] = this.format.format(toDate(instant(quarter))).split(' ') as [string, string];
      wall = { date, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) };
      this.walls.set(quarter, wall);
    }
    const minute = wall.minute + Math.floor((at - quarter) / MINUTE);
    return this.minutesOf(wall.date).has(minute);
  }

  private readonly dates = new Map<string, Set<number>>();

  private minutesOf(date: string): Set<number> {
    let minutes = this.dates.get(date);
    if (!minutes) {
      minutes = this.readDate(date);
      this.dates.set(date, minutes);
    }
    return minutes;
  }

  private readDate(date: string): Set<number> {
    const exception = this.exception(date, 'moved_working_day') ?? this.exception(date, 'holiday') ?? this.exception(date, 'moved_day_off');
    if (exception && exception.kind !== 'moved_working_day') return new Set();
    const pattern = exception?.replaces ?? date;
    const weekday = String(((Date.parse(`${pattern}T00:00:00Z`) / 86_400_000 + 3) % 7) + 1) as Weekday;
    const all: number[] = [];
    for (const [from, to] of this.definition.weekly[weekday] ?? []) {
      for (let m = clock(from); m < clock(to); m++) all.push(m);
    }
    all.sort((a, b) => a - b);
    const short = this.holidayAfter(date) || (exception?.replaces !== undefined && this.holidayAfter(exception.replaces));
    return new Set(short ? all.slice(0, Math.max(0, all.length - this.definition.shortenedByMinutes)) : all);
  }

  private exception(date: string, kind: CalendarException['kind']): CalendarException | undefined {
    return this.definition.exceptions.find((e) => e.date === date && e.kind === kind);
  }

  private holidayAfter(date: string): boolean {
    const next = toDate(instant((Date.parse(`${date}T00:00:00Z`) + 86_400_000) * 1000))
      .toISOString()
      .slice(0, 10);
    return this.exception(next, 'holiday') !== undefined && this.exception(next, 'moved_working_day') === undefined;
  }
}

function clock(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
