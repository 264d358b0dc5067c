import { type Instant } from '#kernel';
import { logRefused } from './log-error.js';
import { hourOf, instantOf, microsOf, MIDNIGHT, offsetOf, timeFormat } from './time-format.js';

const CLOCK = '(?:[T ,]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([AaPp][Mm])?\\s*(Z|UTC|[+-]\\d{2}:?(?:\\d{2})?)?)?';
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})\\.?${CLOCK}$`);
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})\\.?${CLOCK}$`);

/** Day before month, or month before day; null where a text does not tell. */
type Order = 'day-first' | 'month-first';

function orderOf(text: string): Order | null {
  const [, first, sign, second] = YEAR_LAST.exec(text) ?? [];
  if (sign === '.' || Number(first) > 12) return sign === undefined ? null : 'day-first';
  return Number(second) > 12 ? 'month-first' : null;
}

/** What the column says of itself. Throws where one row says one thing and one another. */
function orderOfAll(texts: readonly string[]): Order {
  const said = new Set<Order>();
  for (const text of texts) {
    const order = orderOf(text);
    if (order) said.add(order);
  }
  if (said.size > 1) throw logRefused('time-ambiguous');
  return said.has('month-first') ? 'month-first' : 'day-first';
}

function clockOf([hour, minute, second, fraction, half, zone]: readonly (string | undefined)[]) {
  if (hour === undefined) return MIDNIGHT;
  return {
    hour: hourOf(Number(hour), half),
    minute: Number(minute),
    second: Number(second ?? 0),
    micros: microsOf(fraction),
    offsetMinutes: offsetOf(zone),
  };
}

function recognise(text: string, order: Order): Instant | undefined {
  const first = YEAR_FIRST.exec(text);
  if (first) return instantOf({ year: Number(first[1]), month: Number(first[3]), day: Number(first[4]), ...clockOf(first.slice(5)) });
  const last = YEAR_LAST.exec(text);
  if (!last) return undefined;
  const [day, month] = order === 'day-first' ? [last[1], last[3]] : [last[3], last[1]];
  return instantOf({ year: Number(last[4]), month: Number(month), day: Number(day), ...clockOf(last.slice(5)) });
}

/**
 * Reads a column of times. Without a format it recognises ISO 8601 and dates with the year first or last, with `-`, `/` or `.`; whether the day
 * or the month comes first the whole column decides, and where no row tells, it is the day (as in Latvia). A time without a zone is UTC.
 * Throws `processes.log.time-unreadable` with the place in the column, `processes.log.time-ambiguous` where rows contradict each other,
 * `processes.log.time-format`.
 */
export function readTimes(texts: readonly string[], format?: string): Instant[] {
  const trimmed = texts.map((text) => text.trim());
  const given = format === undefined ? undefined : timeFormat(format);
  const order = given ? undefined : orderOfAll(trimmed);
  return trimmed.map((text, index) => {
    const at = given ? given(text) : recognise(text, order!);
    if (at === undefined) throw logRefused('time-unreadable', { index, text: text.slice(0, 60) });
    return at;
  });
}
