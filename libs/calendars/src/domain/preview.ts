import { DomainError, instant, type Instant, intersect, type Interval, length, type Micros, unite } from '#kernel';
import type { CalendarDefinition } from './calendar-version.js';
import { type CountingReason, explain } from './explanation.js';
import { faultAt } from './field-faults.js';
import { MICROS_PER_DAY } from './local-day.js';
import { WorkingCalendar } from './working-calendar.js';

/** What is asked of a calendar: where an amount ends, how much lies between two instants, or when counting begins. */
export type PreviewQuestion =
  | { readonly operation: 'add'; readonly start: Instant; readonly amount: Micros; readonly pauses: readonly Interval[] }
  | { readonly operation: 'elapsed'; readonly start: Instant; readonly end: Instant; readonly pauses: readonly Interval[] }
  | { readonly operation: 'next'; readonly start: Instant; readonly pauses: readonly Interval[] };

export interface PreviewInterval extends Interval {
  readonly counted: boolean;
  readonly reason: CountingReason | 'pause';
  readonly nameLv?: string;
  readonly nameEn?: string;
}

export interface PreviewAnswer {
  /** Where the amount ends, the end that was given, or the next instant that counts. */
  readonly result: Instant;
  /** What counts between the start and the result. */
  readonly counted: Micros;
  /** From the start to the result without a gap; none where they are the same. */
  readonly intervals: readonly PreviewInterval[];
}

/** Twenty years: longer than any promise, short enough to be answered at once. */
const MAX_SPAN_DAYS = 7_306;
const MAX_INTERVALS = 20_000;
/** Explained piece by piece, so that an answer that grows too long is given up early. */
const SLICE = 61 * MICROS_PER_DAY;

/**
 * Tries a calendar that need not have been saved. Pauses are united and cut to the span. Throws `platform.validation-failed` (422)
 * with the field where nobody works within five years, or where the answer lies more than twenty years away or is too long to list.
 */
export function preview(definition: CalendarDefinition, question: PreviewQuestion): PreviewAnswer {
  const calendar = new WorkingCalendar(definition, MAX_SPAN_DAYS);
  inWords(() => calendar.next(question.start));
  const { start } = question;
  const limit = instant(start + MAX_SPAN_DAYS * MICROS_PER_DAY);
  const pauses = unite(question.pauses.flatMap((pause) => intersect(pause, { from: start, to: limit }) ?? []));
  const result = inWords(() => resultOf(calendar, question, pauses));
  const field = { add: '/seconds', elapsed: '/end', next: '/pauses' }[question.operation];
  if (result > limit) throw faultAt(field, 'calendars.too-far');
  const intervals = intervalsOf(calendar, start, result, pauses, field);
  return { result, counted: length(intervals.filter((part) => part.counted)), intervals };
}

function resultOf(calendar: WorkingCalendar, question: PreviewQuestion, pauses: readonly Interval[]): Instant {
  if (question.operation === 'add') return calendar.add(question.start, question.amount, pauses);
  if (question.operation === 'elapsed') return question.end;
  let at = calendar.next(question.start);
  for (const pause of pauses) {
    if (pause.from <= at && at < pause.to) at = calendar.next(pause.to);
  }
  return at;
}

/** A calendar's own refusals as faults of the body's fields. */
function inWords<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'calendars.no-working-time')
      throw faultAt('/calendar/weekly', 'calendars.idle-for-years');
    if (error instanceof DomainError && error.code === 'calendars.too-far') throw faultAt('/seconds', error.code);
    throw error;
  }
}

function intervalsOf(
  calendar: WorkingCalendar,
  start: Instant,
  end: Instant,
  pauses: readonly Interval[],
  field: string,
): PreviewInterval[] {
  const parts: PreviewInterval[] = [];
  for (let from = start; from < end; from = instant(Math.min(from + SLICE, end))) {
    const to = instant(Math.min(from + SLICE, end));
    for (const part of withPauses(explain(calendar, from, to), pauses)) join(parts, part);
    if (parts.length > MAX_INTERVALS) throw faultAt(field, 'calendars.too-many-intervals');
  }
  return parts;
}

/** Lays the pauses over the explained parts; both are in order and disjoint. */
function* withPauses(parts: readonly PreviewInterval[], pauses: readonly Interval[]): Generator<PreviewInterval> {
  let next = 0;
  for (const part of parts) {
    let at = part.from;
    while (at < part.to) {
      while (next < pauses.length && pauses[next]!.to <= at) next += 1;
      const pause = pauses[next];
      if (!pause || pause.from >= part.to) {
        yield { ...part, from: at };
        break;
      }
      if (pause.from > at) yield { ...part, from: at, to: pause.from };
      const from = pause.from > at ? pause.from : at;
      at = pause.to < part.to ? pause.to : part.to;
      yield { from, to: at, counted: false, reason: 'pause' };
    }
  }
}

function join(parts: PreviewInterval[], next: PreviewInterval): void {
  const last = parts.at(-1);
  if (last && last.to === next.from && last.reason === next.reason && last.nameLv === next.nameLv)
    parts[parts.length - 1] = { ...last, to: next.to };
  else parts.push(next);
}
