import type { Instant } from '#kernel';

/**
 * Documents lie in slices, one for each week in which their tickets were submitted. A key is a term within a slice: however common a word
 * is, one key leads to one week's documents, and a search walks back from the newest week until it has enough.
 */
const WEEK_MICROS = 7 * 86_400 * 1_000_000;

/** Above every id of a term. `apps/api/src/views/search` shifts by the same. */
export const KEY_BASE = 2 ** 31;

export function sliceOf(at: Instant): number {
  return Math.floor(at / WEEK_MICROS);
}

/** The key of a term in a slice; it stays far below 2^53. */
export function keyOf(slice: number, termId: number): number {
  return slice * KEY_BASE + termId;
}

/** The slice of an instant in SQL. */
export const sliceSql = (instant: string): string => `floor(extract(epoch from ${instant}) / 604800)::int`;
