import { type Instant, instant } from '#kernel';
import { logRefused } from './log-error.js';

/** The parts of a time as they are written; month 1 to 12, an offset in minutes east of Greenwich. */
export interface TimeParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly micros: number;
  readonly offsetMinutes: number;
}

export const MIDNIGHT = { hour: 0, minute: 0, second: 0, micros: 0, offsetMinutes: 0 };

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The instant of these parts; undefined where there is no such day or time. */
export function instantOf({ year, month, day, hour, minute, second, micros, offsetMinutes }: TimeParts): Instant | undefined {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && !leap ? 28 : DAYS[month - 1];
  if (days === undefined || day < 1 || day > days || hour > 23 || minute > 59 || second > 59) return undefined;
  return instant(Date.UTC(year, month - 1, day, hour, minute - offsetMinutes, second) * 1000 + micros);
}

/** Minutes east of Greenwich of `Z`, `UTC`, `+02`, `+02:00` or `+0200`. */
export function offsetOf(zone: string | undefined): number {
  const found = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? '');
  if (!found) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3] ?? 0));
}

/** Hours of 24 from hours of 12. */
export function hourOf(hour: number, half: string | undefined): number {
  if (!half) return hour;
  return (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

/** Digits of a fraction of a second as microseconds. */
export const microsOf = (fraction: string | undefined): number => Number((fraction ?? '').slice(0, 6).padEnd(6, '0'));

type Part = 'year' | 'shortYear' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fraction' | 'half' | 'zone';

const PATTERNS: Readonly<Record<Part, string>> = {
  year: '(\\d{4})',
  shortYear: '(\\d{2})',
  month: '(\\d{1,2})',
  day: '(\\d{1,2})',
  hour: '(\\d{1,2})',
  minute: '(\\d{1,2})',
  second: '(\\d{1,2})',
  fraction: '(\\d{1,9})',
  half: '([AaPp][Mm])',
  zone: '(Z|UTC|[+-]\\d{2}:?(?:\\d{2})?)',
};

/** What a run of one letter stands for. `m` is a month, or minutes where hours stand directly before it. */
function partOf(letters: string, before: Part | undefined): Part | undefined {
  if (/^y{4}$/i.test(letters)) return 'year';
  if (/^y{2}$/i.test(letters)) return 'shortYear';
  if (/^M{1,2}$/.test(letters)) return 'month';
  if (/^m{1,2}$/.test(letters)) return before === 'hour' ? 'minute' : 'month';
  if (/^d{1,2}$/i.test(letters)) return 'day';
  if (/^h{1,2}$/i.test(letters)) return 'hour';
  if (/^s{1,2}$/.test(letters)) return 'second';
  if (/^(S+|f+)$/.test(letters)) return 'fraction';
  if (/^a{1,2}$/i.test(letters)) return 'half';
  return /^[zZxX]+$/.test(letters) ? 'zone' : undefined;
}

interface Compiled {
  readonly pattern: RegExp;
  readonly parts: readonly Part[];
}

function compile(format: string): Compiled {
  const parts: Part[] = [];
  const runs = format.match(/([A-Za-z])\1*|[^A-Za-z]+/g) ?? [];
  const source = runs.map((run) => {
    const literal = run.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
    if (!/[A-Za-z]/.test(run)) return literal;
    const part = run === 'T' ? undefined : partOf(run, parts.at(-1));
    if (run !== 'T' && (part === undefined || parts.includes(part))) throw logRefused('time-format', { format });
    if (part === undefined) return literal;
    parts.push(part);
    return PATTERNS[part];
  });
  const whole = (parts.includes('year') || parts.includes('shortYear')) && parts.includes('month') && parts.includes('day');
  if (!whole) throw logRefused('time-format', { format });
  return { pattern: new RegExp(`^${source.join('')}$`), parts };
}

/**
 * A reader of times written in `format`: `d` day, `m` or `M` month, `yyyy` year, `HH` hour, `mm` after it minutes, `ss` seconds, `SSS` their
 * fraction, `a` am or pm, `Z` a zone; other signs stand for themselves. One letter reads two digits too. A time without a zone is UTC. The reader
 * answers undefined where a text is no such time. Throws `processes.log.time-format`.
 */
export function timeFormat(format: string): (text: string) => Instant | undefined {
  const { pattern, parts } = compile(format);
  return (text) => {
    const found = pattern.exec(text.trim());
    if (!found) return undefined;
    const of = (part: Part): string | undefined => (parts.includes(part) ? found[parts.indexOf(part) + 1] : undefined);
    const short = of('shortYear');
    return instantOf({
      // As spreadsheets read two digits: 1930 to 2029.
      year: short === undefined ? Number(of('year')) : Number(short) + (Number(short) < 30 ? 2000 : 1900),
      month: Number(of('month')),
      day: Number(of('day')),
      hour: hourOf(Number(of('hour') ?? 0), of('half')),
      minute: Number(of('minute') ?? 0),
      second: Number(of('second') ?? 0),
      micros: microsOf(of('fraction')),
      offsetMinutes: offsetOf(of('zone')),
    });
  };
}
