import { DomainError, instant, type Instant, type Interval, type Micros, unite } from '#kernel';
import type { CalendarDefinition } from './calendar-version.js';
import { type DayPlan, DayRules, type DescribedDay } from './day-plan.js';
import { epochDay, type EpochDay, MICROS_PER_DAY } from './local-day.js';

/** Days in a block whose sum is kept, so that long stretches are counted by blocks. */
const BLOCK = 32;
/** How far ahead an end of counting is looked for. */
const HORIZON_DAYS = 36_600;
/** Five years: a calendar in which nobody works for so long is a mistake, and looking further would not help. */
const IDLE_DAYS = 1_827;

/**
 * Working time on one version of a calendar. All lengths are whole microseconds, all intervals half-open.
 * Days are expanded once and kept: the zone is asked only for a day that nobody has asked for before.
 */
export class WorkingCalendar {
  /** True where every instant counts: then lengths are absolute and no zone matters (DOMAIN 4.2, 24x7). */
  readonly continuous: boolean;
  private readonly rules: DayRules;
  private readonly days = new Map<EpochDay, DayPlan>();
  private readonly blocks = new Map<number, Micros>();

  constructor(
    readonly definition: CalendarDefinition,
    private readonly horizonDays = HORIZON_DAYS,
  ) {
    this.rules = new DayRules(definition);
    this.continuous = isContinuous(definition);
  }

  /**
   * The earliest instant at which `amount` of working time since `start` is used up: the end of a day, not the next morning
   * (DOMAIN 4.3(5)). Time inside `pauses` does not count. `amount` must not be negative; 0 is used up at `start`.
   * Throws `calendars.no-working-time` where five years pass without any, `calendars.too-far` where the end is beyond the horizon.
   */
  add(start: Instant, amount: Micros, pauses: readonly Interval[] = []): Instant {
    if (amount < 0) throw new RangeError(`a negative amount: ${amount}`);
    if (amount === 0) return start;
    const gaps = unite(pauses).filter((p) => p.to > start);
    const resumed = gaps.at(-1)?.to;
    let left = amount;
    if (resumed !== undefined) {
      for (const part of this.openParts(start, resumed, gaps)) {
        if (left <= part.to - part.from) return instant(part.from + left);
        left -= part.to - part.from;
      }
    }
    const from = resumed !== undefined && resumed > start ? resumed : start;
    return this.continuous ? instant(from + left) : this.addFrom(from, left);
  }

  /** Working time between two instants, less what lies in `pauses`. 0 where `to` is not after `from`. */
  elapsed(from: Instant, to: Instant, pauses: readonly Interval[] = []): Micros {
    if (to <= from) return 0;
    let sum = this.between(from, to);
    for (const pause of unite(pauses)) {
      const a = pause.from > from ? pause.from : from;
      const b = pause.to < to ? pause.to : to;
      if (a < b) sum -= this.between(a, b);
    }
    return sum;
  }

  /** The first instant at or after `at` that counts. Throws `calendars.no-working-time` where five years pass without one. */
  next(at: Instant): Instant {
    if (this.continuous) return at;
    const first = this.dayOf(at);
    for (let day = first; day <= first + IDLE_DAYS; day++) {
      for (const window of this.day(day).windows) {
        if (window.to > at) return window.from > at ? window.from : at;
      }
    }
    throw this.empty();
  }

  /** The end (24:00 local) of the n-th working day after the local date of `at`, moved working days included (DOMAIN 4.2). */
  workingDaysAfter(at: Instant, n: number): Instant {
    const today = this.dayOf(at);
    let left = n;
    let worked = today;
    for (let day = today + 1; day - worked <= IDLE_DAYS; day++) {
      const plan = this.day(day);
      if (plan.counted > 0) {
        left -= 1;
        worked = day;
      }
      if (left <= 0) return plan.to;
    }
    throw this.empty();
  }

  /** The plan of the local date that holds `at`. */
  dayAt(at: Instant): DayPlan {
    return this.day(this.dayOf(at));
  }

  /** A local date by the wall clock, as a person reads it. */
  describe(date: string): DescribedDay {
    return this.rules.describe(epochDay(date));
  }

  /** The plans of all local dates that touch `[from, to)`. */
  daysBetween(from: Instant, to: Instant): DayPlan[] {
    const plans: DayPlan[] = [];
    for (let day = this.dayOf(from); this.day(day).from < to; day++) plans.push(this.day(day));
    return plans;
  }

  private addFrom(start: Instant, amount: Micros): Instant {
    let left = amount;
    const first = this.dayOf(start);
    let worked = first;
    for (let day = first; day - worked <= IDLE_DAYS; day++) {
      if (day > first + this.horizonDays) throw new DomainError('calendars.too-far', { calendar: this.definition.code });
      if (day > first && day % BLOCK === 0 && this.block(day / BLOCK) < left) {
        const counted = this.block(day / BLOCK);
        left -= counted;
        day += BLOCK - 1;
        if (counted > 0) worked = day;
        continue;
      }
      if (this.day(day).counted > 0) worked = day;
      for (const window of this.day(day).windows) {
        const from = window.from > start ? window.from : start;
        if (from >= window.to) continue;
        if (left <= window.to - from) return instant(from + left);
        left -= window.to - from;
      }
    }
    throw this.empty();
  }

  private empty(): DomainError {
    return new DomainError('calendars.no-working-time', { calendar: this.definition.code });
  }

  private between(from: Instant, to: Instant): Micros {
    if (this.continuous) return to - from;
    let sum = 0;
    const last = this.dayOf(to);
    for (let day = this.dayOf(from); day <= last; day++) {
      const plan = this.day(day);
      if (plan.from >= from && day % BLOCK === 0 && day + BLOCK <= last) {
        sum += this.block(day / BLOCK);
        day += BLOCK - 1;
        continue;
      }
      for (const window of plan.windows) sum += Math.max(0, Math.min(window.to, to) - Math.max(window.from, from));
    }
    return sum;
  }

  /** The parts of `[from, to)` that count and lie in no gap. */
  private *openParts(from: Instant, to: Instant, gaps: readonly Interval[]): Generator<Interval> {
    let at = from;
    for (const gap of [...gaps, { from: to, to }]) {
      if (gap.from > at) yield* this.countedParts(at, gap.from);
      if (gap.to > at) at = gap.to;
    }
  }

  private *countedParts(from: Instant, to: Instant): Generator<Interval> {
    if (this.continuous) {
      yield { from, to };
      return;
    }
    for (let day = this.dayOf(from); this.day(day).from < to; day++) {
      for (const window of this.day(day).windows) {
        const a = window.from > from ? window.from : from;
        const b = window.to < to ? window.to : to;
        if (a < b) yield { from: a, to: b };
      }
    }
  }

  private block(number: number): Micros {
    let sum = this.blocks.get(number);
    if (sum === undefined) {
      sum = 0;
      for (let day = number * BLOCK; day < (number + 1) * BLOCK; day++) sum += this.day(day).counted;
      this.blocks.set(number, sum);
    }
    return sum;
  }

  private day(day: EpochDay): DayPlan {
    let plan = this.days.get(day);
    if (!plan) {
      plan = this.rules.plan(day);
      this.days.set(day, plan);
    }
    return plan;
  }

  /** The local date of an instant: guessed by UTC, then put right by the days' own bounds, so that no zone is asked. */
  private dayOf(at: Instant): EpochDay {
    let day = Math.floor(at / MICROS_PER_DAY);
    while (at < this.day(day).from) day -= 1;
    while (at >= this.day(day).to) day += 1;
    return day;
  }
}

function isContinuous(definition: CalendarDefinition): boolean {
  if (definition.before && !isContinuous(definition.before)) return false;
  const days = ['1', '2', '3', '4', '5', '6', '7'] as const;
  return (
    definition.exceptions.length === 0 &&
    !definition.recurringHolidays?.length &&
    days.every((d) => definition.weekly[d]?.some(([from, to]) => from === '00:00' && to === '24:00'))
  );
}
