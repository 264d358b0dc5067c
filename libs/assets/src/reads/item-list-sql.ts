import { type Actor, likePatterns } from '#identity';
import { readCursor } from '#platform';
import type { ItemQuery } from '../domain/item-query.js';
import { itemWays } from '../domain/item-visibility.js';
import { ITEM_COLUMNS } from '../store/items.js';

/** A word is looked for among so many matches, so that a common one costs no more than a rare one. */
export const FOUND_AT_MOST = 2_000;

const LIVE = `c.status <> 'disposed'`;
const SORTS = { tag: ['c.tag'], support: ['c.support_until', 'c.tag'] } as const;

function filters(query: ItemQuery, add: (value: unknown) => string): string[] {
  const conditions: string[] = [];
  const { classes, statuses, institutionId, custodianId, serviceId, supportBefore } = query;
  // A planner takes a partial index only where the statement itself says the index's condition.
  if (!statuses.includes('disposed')) conditions.push(LIVE);
  if (statuses.length === 1) conditions.push(`c.status = ${add(statuses[0])}`);
  else if (statuses.length > 1) conditions.push(`c.status = any(${add(statuses)}::text[])`);
  // One value as one value: behind `any` the order of an index is lost.
  if (classes.length === 1) conditions.push(`c.class = ${add(classes[0])}`);
  else if (classes.length > 1) conditions.push(`c.class = any(${add(classes)}::text[])`);
  if (institutionId) conditions.push(`c.institution_id = ${add(institutionId)}::uuid`);
  if (custodianId) conditions.push(`c.custodian_id = ${add(custodianId)}::uuid`);
  if (serviceId) conditions.push(`c.id in (select s.item_id from assets.service_item s where s.service_id = ${add(serviceId)}::uuid)`);
  if (supportBefore) conditions.push(`c.support_until < ${add(supportBefore)}::date`);
  if (query.sort === 'support') conditions.push('c.support_until is not null');
  return conditions;
}

function after(query: ItemQuery, add: (value: unknown) => string): string[] {
  const columns = SORTS[query.sort];
  const cursor = readCursor(query.cursor, columns.length);
  if (!cursor) return [];
  const values = columns.map((column, at) => `${add(cursor[at])}${column === 'c.support_until' ? '::date' : '::text'}`);
  return [columns.length === 1 ? `${columns[0]} > ${values[0]}` : `(${columns.join(', ')}) > (${values.join(', ')})`];
}

/**
 * The statement of a page, one row longer than asked. Each way to read an item is a part of its own on an index of its own; every part passes
 * `itemWays`. Undefined where the actor reads none.
 */
export function itemListSql(actor: Actor, query: ItemQuery): { sql: string; values: unknown[] } | undefined {
  const values: unknown[] = [];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const ways = itemWays(actor, add);
  if (ways.length === 0) return undefined;
  const shared = filters(query, add);
  const order = SORTS[query.sort].join(', ');
  const limit = add(query.limit + 1);
  const page = after(query, add);
  const words = likePatterns(query.q ?? '').map((pattern) => `c.search_text like ${add(pattern)}`);
  const from = 'assets.configuration_item c where';
  if (words.length > 0) {
    const found = ways.map((way) => `(select c.* from ${from} ${[way, ...shared, ...words].join(' and ')} limit ${FOUND_AT_MOST})`);
    const rest = page.length > 0 ? `where ${page.join(' and ')}` : '';
    return {
      sql: `with c as materialized (${found.join(' union all ')}) select ${ITEM_COLUMNS} from c ${rest} order by ${order} limit ${limit}`,
      values,
    };
  }
  const parts = ways.map((way) => `select c.* from ${from} ${[way, ...shared, ...page].join(' and ')} order by ${order} limit ${limit}`);
  const source = parts.length === 1 ? parts[0]! : parts.map((part) => `(${part})`).join(' union all ');
  return { sql: `select ${ITEM_COLUMNS} from (${source}) c order by ${order} limit ${limit}`, values };
}
