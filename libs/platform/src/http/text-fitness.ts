import type { FieldError } from '#kernel';

/** Deeper than any body of the API; what nests further is an attack on whatever walks it. */
const MAX_DEPTH = 16;

/**
 * The fields of a body or query that PostgreSQL cannot store: text with U+0000 or half a surrogate pair, and values
 * nested without measure. Pointers are JSON pointers below `at`. Walks no deeper than MAX_DEPTH.
 */
export function unfitFields(value: unknown, at = '', depth = 0): FieldError[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [{ pointer: at, code: 'platform.field-characters' }];
  if (typeof value !== 'object' || value === null) return [];
  if (depth >= MAX_DEPTH) return [{ pointer: '', code: 'platform.field-depth' }];
  return Object.entries(value).flatMap(([key, inner]) =>
    isStorable(key) ? unfitFields(inner, `${at}/${escape(key)}`, depth + 1) : [{ pointer: at, code: 'platform.field-characters' }],
  );
}

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
}

/** RFC 6901. */
function escape(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
