import type { Actor } from '#identity';
import { readCursor } from '#platform';
import type { TicketQuery } from '../domain/ticket-query.js';
import { Params } from '../domain/ticket-visibility.js';
import { TICKET_COLUMNS } from '../store/ticket-columns.js';
import { wordCondition } from './ticket-list-filters.js';
import { keyColumnsOf, keysets, LIST_SORTS, orderOf, outerOrderOf, type SortKey } from './ticket-list-sort.js';
import { conditionsOf, type Walk, walksOf } from './ticket-list-walks.js';

/** A word is looked for among so many newest matches, so that a common one costs no more than a rare one. */
export const FOUND_AT_MOST = 500;

/** So many entries of an index one page looks through at most; a page with few matches goes on from there. */
export const LOOKED_THROUGH = 20_000;

interface Statement {
  readonly sql: string;
  readonly values: unknown[];
}

const and = (conditions: readonly string[]): string => (conditions.length > 0 ? conditions.join(' and ') : 'true');

/** The rows of a walk: the subquery's limit is the bound, and keeps the planner on the index. */
function walked({ along, order, keep }: Walk, sort: TicketQuery['sort'], limit: string): string {
  if (order === undefined)
    return `select ${TICKET_COLUMNS} from tickets.ticket t where ${and(along)} order by ${orderOf(sort)} limit ${limit}`;
  const entries = `select t.* from tickets.ticket t where ${and(along)} order by ${order} limit ${LOOKED_THROUGH}`;
  return `select ${TICKET_COLUMNS} from (${entries}) t where ${and(keep)} order by ${order} limit ${limit}`;
}

const placeOf = ({ cursor, sort }: TicketQuery): SortKey | undefined => readCursor(cursor, LIST_SORTS[sort].columns.length);

/** The newest matches of a text, as a `with` part named `t`. */
export function foundSql(actor: Actor, query: TicketQuery, year: number, params: Params): string {
  const { branches, equal, range, rest } = conditionsOf(actor, query, params);
  const word = wordCondition(query.q?.trim() ?? '', year, params);
  const parts = branches.map(
    (part) =>
      `(select t.* from tickets.ticket t where ${and([part, ...equal, ...range, ...rest, word])} order by t.submitted_at desc limit ${FOUND_AT_MOST})`,
  );
  return parts.length > 0 ? parts.join(' union all ') : 'select t.* from tickets.ticket t where false';
}

/**
 * The statement of one page, one row longer than asked so that the caller knows whether more follow. Every part of it passes
 * `ticketVisibility`. `year` is the current one, for numbers given by their last digits.
 */
export function ticketListSql(actor: Actor, query: TicketQuery, year: number): Statement {
  const params = new Params();
  const { sort } = query;
  const cursor = placeOf(query);
  const limit = params.add(query.limit + 1);
  if (query.q?.trim()) {
    const found = foundSql(actor, query, year, params);
    const pages = keysets(sort, cursor, params).map((page) => `(${page})`);
    const sql = `with t as materialized (${found}) select ${TICKET_COLUMNS} from t where ${pages.join(' or ')} order by ${orderOf(sort)} limit ${limit}`;
    return { sql, values: params.values };
  }
  const bodies = walksOf(actor, query, cursor, params).map((walk) => walked(walk, sort, limit));
  if (bodies.length === 0) return { sql: `select ${TICKET_COLUMNS} from tickets.ticket t where false`, values: [] };
  if (bodies.length === 1) return { sql: bodies[0] ?? '', values: params.values };
  const together = bodies.map((body) => `(${body})`).join(' union all ');
  return { sql: `select * from (${together}) u order by ${outerOrderOf(sort)} limit ${limit}`, values: params.values };
}

/**
 * The statement that tells where the page of `ticketListSql` stopped looking, as the columns of the sort key: the first end among its
 * walks that were not walked to the end of the list. Undefined where nothing stops it: its rows are all there are.
 * `rows` is how many rows the page has found.
 */
export function listFrontierSql(actor: Actor, query: TicketQuery, rows: number): Statement | undefined {
  if (query.q?.trim()) return undefined;
  const params = new Params();
  const walks = walksOf(actor, query, placeOf(query), params).filter(({ order }) => order !== undefined);
  if (walks.length === 0 || (walks.length === 1 && rows > query.limit)) return undefined;
  const ends = walks.map(
    ({ along, order }) =>
      `(select ${keyColumnsOf(query.sort)} from tickets.ticket t where ${and(along)} order by ${order} offset ${LOOKED_THROUGH - 1} limit 1)`,
  );
  return withUsedOnly(`select * from (${ends.join(' union all ')}) u order by ${outerOrderOf(query.sort)} limit 1`, params.values);
}

/** The statement with those parameters alone that its text names: PostgreSQL refuses one that nothing uses. */
export function withUsedOnly(sql: string, values: readonly unknown[]): Statement {
  const kept: unknown[] = [];
  const places = new Map<string, string>();
  const text = sql.replace(/\$(\d+)/g, (_, number: string) => {
    if (!places.has(number)) places.set(number, `$${kept.push(values[Number(number) - 1])}`);
    return places.get(number) ?? '';
  });
  return { sql: text, values: kept };
}
