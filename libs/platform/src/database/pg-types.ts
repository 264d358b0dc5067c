import pg from 'pg';
import { formatInstant, type Instant, instant, parseInstant } from '#kernel';

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const INT8 = 20;

/**
 * How values come from PostgreSQL: `timestamptz` as an Instant with its microseconds, `bigint` (ids, counts) as a number,
 * `date` as its text. A session of ours always speaks ISO and UTC, see `sessionOptions`.
 */
export const pgTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (format === 'binary') return pg.types.getTypeParser(oid, 'binary') as unknown as (value: string) => unknown;
    if (oid === TIMESTAMPTZ) return readTimestamp;
    if (oid === INT8) return Number;
    if (oid === DATE) return (text) => text;
    return pg.types.getTypeParser(oid, 'text') as (value: string) => unknown;
  },
};

/**
 * Settings of each connection; the text form of timestamps depends on them. A process that stands still in the middle of a transaction, or
 * has vanished, keeps its locks for half a minute at most: the sweep passes over clocks that somebody holds.
 */
export const sessionOptions = [
  'datestyle=ISO',
  'timezone=UTC',
  'search_path=public',
  'idle_in_transaction_session_timeout=30000',
  'tcp_keepalives_idle=10',
  'tcp_keepalives_interval=5',
  'tcp_keepalives_count=3',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

/** `2026-11-22 09:14:00.000001+00` as an Instant; the common form without the general parser's work. */
function readTimestamp(text: string): Instant {
  if (text.length < 22 || !text.endsWith('+00') || text.charCodeAt(4) !== 45) return parseInstant(text);
  const seconds = Date.UTC(
    +text.slice(0, 4),
    +text.slice(5, 7) - 1,
    +text.slice(8, 10),
    +text.slice(11, 13),
    +text.slice(14, 16),
    +text.slice(17, 19),
  );
  const fraction = text.length > 22 ? +text.slice(20, -3).padEnd(6, '0') : 0;
  return instant(seconds * 1000 + fraction);
}

/** An instant as a parameter of a statement, with its microseconds. */
export function ts(at: Instant): string;
export function ts(at: Instant | null | undefined): string | null;
export function ts(at: Instant | null | undefined): string | null {
  return at === null || at === undefined ? null : formatInstant(at);
}
