import type { Actor } from '#identity';
import { holdsOpenOnly, type TicketQuery } from '../domain/ticket-query.js';
import { Params } from '../domain/ticket-visibility.js';
import { OPEN_CONDITION } from '../store/ticket.schema.js';
import { foundSql, FOUND_AT_MOST, withUsedOnly } from './ticket-list-sql.js';
import { conditionsOf, type Walk, walksOf } from './ticket-list-walks.js';

/** Counting stops here: what is shown is "999+". */
export const COUNTED_AT_MOST = 1_000;

/** So many entries of an index the count of one view looks through at most; where it stops there, the number is a least one. */
export const COUNTED_THROUGH = 5_000;

/** How many tickets a view holds: exactly, or at least so many. */
export interface ViewCount {
  readonly count: number;
  readonly more: boolean;
}

/** Open tickets are counted along the most telling of their partial indexes. */
function openWalks(actor: Actor, query: TicketQuery, params: Params): Walk[] {
  const { branches, equal, range, rest } = conditionsOf(actor, query, params);
  const open = `t.${OPEN_CONDITION}`;
  const [first, ...others] = equal;
  const order = query.requesterId === undefined ? 't.due_at, t.id' : 't.submitted_at, t.id';
  const byBranch = branches.map((part) => ({ along: [part, open], order: 't.due_at, t.id', keep: [...equal, ...range, ...rest] }));
  if (query.view !== 'all' || branches.length !== 1) return byBranch;
  if (first !== undefined) return [{ along: [first, open], order, keep: [...others, ...range, ...rest] }];
  const { priorities, dueBefore } = query;
  if (priorities.length === 0 || dueBefore) return byBranch;
  return priorities.map((one) => ({
    along: [`t.priority = ${params.add(one)}::smallint`, open],
    order: 't.submitted_at, t.id',
    keep: [...range, ...rest],
  }));
}

const all = (conditions: readonly string[]): string => (conditions.length > 0 ? conditions.join(' and ') : 'true');

function counted({ along, order, keep }: Walk): string {
  const entries = `select t.* from tickets.ticket t where ${all(along)} order by ${order ?? 't.submitted_at'} limit ${COUNTED_THROUGH}`;
  return `select count(*) filter (where ${all(keep)}) as hits, count(*) = ${COUNTED_THROUGH} as cut from (${entries}) t`;
}

function countOf(actor: Actor, query: TicketQuery, year: number, params: Params): string {
  if (query.q?.trim()) {
    const found = foundSql(actor, query, year, params);
    return `(select json_build_object('count', count(*), 'more', count(*) >= ${FOUND_AT_MOST}) from (${found}) t)`;
  }
  const newest = { ...query, sort: '-submitted' as const };
  const walks = holdsOpenOnly(query) ? openWalks(actor, query, params) : walksOf(actor, newest, undefined, params);
  if (walks.length === 0) return `json_build_object('count', 0, 'more', false)`;
  const most = COUNTED_AT_MOST - 1;
  return `(select json_build_object('count', least(sum(hits), ${most}), 'more', sum(hits) > ${most} or bool_or(cut)) from (${walks.map(counted).join(' union all ')}) c)`;
}

/**
 * One statement that counts many views, its columns `c0`, `c1`, ... in their order. Each count reads a bounded part of one index; every
 * part passes `ticketVisibility`.
 */
export function viewCountsSql(actor: Actor, queries: readonly TicketQuery[], year: number): { sql: string; values: unknown[] } {
  const params = new Params();
  const columns = queries.map((query, at) => `${countOf(actor, query, year, params)} as c${at}`);
  return withUsedOnly(`select ${columns.join(',\n')}`, params.values);
}
