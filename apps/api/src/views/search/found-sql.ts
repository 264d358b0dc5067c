import { type Actor, holds } from '#identity';
import { ts } from '#platform';
import { KEY_BASE, OVER_STATES, sliceOf, sliceSql, type TicketSearchKind } from '#search';
import { Params, TICKET_COLUMNS, type TicketRecord, ticketReadAsStaff, ticketVisibility } from '#tickets';
import type { Instant } from '#kernel';

/** What is looked for, in ids of terms. */
export interface TicketSearch {
  /** One for each word; a document must hold a term of each. */
  readonly words: readonly (readonly number[])[];
  /** Marks of which a document must bear one, group by group. */
  readonly marks: readonly (readonly number[])[];
  readonly types: readonly TicketSearchKind[];
  readonly openOnly: boolean;
  readonly serviceId?: string | undefined;
  readonly after?: { readonly at: Instant; readonly id: string } | undefined;
  readonly limit: number;
}

export interface FoundTicket extends TicketRecord {
  readonly staff: boolean;
  /** How many of the words stand in the title. */
  readonly inTitle: number;
}

export interface Statement {
  readonly sql: string;
  readonly values: unknown[];
}

/** The weeks from the newest back to the first ticket, with the base of their keys. */
export function slicesSql(newest: string, oldest: string): string {
  return `generate_series(${newest}, ${oldest}, -1) s(slice) cross join lateral (select s.slice::bigint * ${KEY_BASE} as base) b`;
}

/** Keys of terms in the slice at hand. */
export function keysSql(ids: readonly number[], params: Params): string {
  return `array[${ids.map((id) => `b.base + ${params.add(id)}::bigint`).join(', ')}]`;
}

/** A word that internal notes alone hold is found by staff only: the others must find each word elsewhere. */
function foundOutsideNotes(words: readonly (readonly number[])[], params: Params): string {
  const all = params.add([...new Set(words.flat())]);
  const each = words.map((ids) => {
    const own = params.add(ids);
    return `exists (select 1 from unnest(${own}::int[]) w(id) where d.keys @> array[b.base + w.id] and not d.internal_terms @> array[w.id])`;
  });
  return `(not d.internal_terms && ${all}::int[] or (${each.join(' and ')}))`;
}

/** Problems are the Centre's own work: staff reads them, and the agent who opened one for another group. */
function problemsReadBy(actor: Actor, staff: string): string {
  const own = holds(actor, 'problem.work') ? ' or not t.restricted' : '';
  return `(t.type <> 'problem' or ${staff}${own})`;
}

/**
 * Tickets that hold every word, newest first, as far as the actor may see them. The walk goes back week by week and stops with the row that
 * fills the page: a common word costs what its newest week holds, a rare one a look into the index for each week. Whether the actor sees a
 * ticket, and what of it, is asked of the ticket as it is now; `marks` only save looking at documents that are not his.
 */
export function foundSql(actor: Actor, search: TicketSearch, now: Instant): Statement {
  const params = new Params();
  const { words, marks, types, after, serviceId } = search;
  const keys = [...marks, ...words].map((ids) => `d.keys && ${keysSql(ids, params)}`);
  if (after) keys.push(`(d.submitted_at, d.ticket_id) < (${params.add(ts(after.at))}::timestamptz, ${params.add(after.id)}::uuid)`);
  const staff = ticketReadAsStaff(actor, params);
  const seen = [
    't.id = d.ticket_id',
    ticketVisibility(actor, params),
    problemsReadBy(actor, staff),
    `t.type = any(${params.add(types)}::text[])`,
    ...(search.openOnly ? [`t.state <> all(${params.add(OVER_STATES)}::text[])`] : []),
    ...(serviceId ? [`t.service_id = ${params.add(serviceId)}::uuid`] : []),
    ...(words.length > 0 ? [`(${staff} or ${foundOutsideNotes(words, params)})`] : []),
  ];
  const inTitle = words.map((ids) => `(d.title_terms && ${params.add(ids)}::int[])::int`).join(' + ') || '0';
  const newest = params.add(sliceOf(after?.at ?? now) + (after ? 0 : 1));
  const oldest = `(select ${sliceSql('min(submitted_at)')} from tickets.ticket)`;
  return {
    sql: `select t.*, d."inTitle" from ${slicesSql(`${newest}::int`, oldest)}
      cross join lateral (select d.*, ${inTitle} as "inTitle" from search.document d
        where ${keys.join(' and ') || 'true'} order by d.submitted_at desc, d.ticket_id desc) d
      cross join lateral (select ${TICKET_COLUMNS}, ${staff} as staff from tickets.ticket t where ${seen.join(' and ')} offset 0) t
      limit ${params.add(search.limit)}`,
    values: params.values,
  };
}

/** Tickets by their numbers, in the same scope. */
export function numberedSql(actor: Actor, numbers: readonly string[], types: readonly TicketSearchKind[]): Statement {
  const params = new Params();
  const staff = ticketReadAsStaff(actor, params);
  return {
    sql: `select ${TICKET_COLUMNS}, ${staff} as staff, 0 as "inTitle" from tickets.ticket t
      where t.number = any(${params.add(numbers)}::text[]) and t.type = any(${params.add(types)}::text[]) and ${ticketVisibility(actor, params)}
        and ${problemsReadBy(actor, staff)} order by t.submitted_at desc, t.id desc`,
    values: params.values,
  };
}
