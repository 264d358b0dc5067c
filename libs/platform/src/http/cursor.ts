import { DomainError } from '#kernel';

/** A page of a list; `nextCursor` is null on the last one. */
export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

export const PAGE_DEFAULT = 50;
export const PAGE_MAX = 200;

/** Writes the sort values of a page's last row as an opaque cursor. */
export function writeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Reads a cursor of `length` values. Throws `platform.cursor-invalid` where it was not written by `writeCursor`. */
export function readCursor(cursor: string | undefined, length: number): (string | number | null)[] | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length && values.every((v) => v === null || ['string', 'number'].includes(typeof v)))
      return values as (string | number | null)[];
  } catch {
    // Falls through to the refusal.
  }
  throw new DomainError('platform.cursor-invalid', {}, 'invalid', [{ pointer: '/cursor', code: 'platform.cursor-invalid' }]);
}

/** Cuts one row too many off a fetched page and writes the cursor from the last row kept. */
export function pageOf<Row>(rows: Row[], limit: number, cursorOf: (row: Row) => readonly (string | number | null)[]): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? writeCursor(cursorOf(last)) : null };
}
