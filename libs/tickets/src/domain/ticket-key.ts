import type { Params } from './ticket-visibility.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const NUMBER = /^[A-Z]{3}-\d{4}-\d{1,9}$/i;

/** The condition on `alias` for a ticket named by its id or its number; undefined where the text is neither. */
export function keyCondition(key: string, params: Params, alias = 't'): string | undefined {
  if (UUID.test(key)) return `${alias}.id = ${params.add(key)}::uuid`;
  if (NUMBER.test(key)) return `${alias}.number = ${params.add(key.toUpperCase())}`;
  return undefined;
}
