import type { Actor } from '#identity';
import type { Instant } from '#kernel';
import { sliceOf } from '#search';
import { OPEN_STATES, Params, TICKET_COLUMNS, ticketReadAsStaff, ticketVisibility } from '#tickets';
import { keysSql, slicesSql, type Statement } from './found-sql.js';

export interface SimilarSearch {
  /** Marks of words in titles of open tickets, any of which makes a candidate. */
  readonly marks: readonly number[];
  /** The same words as terms. */
  readonly terms: readonly number[];
  /** The title says one word only: then one in common is enough. */
  readonly oneWord: boolean;
  readonly serviceId: string | undefined;
  readonly except: string | undefined;
}

/** What was filed earlier and is still open is another story. */
const WEEKS_BACK = 13;
const CANDIDATES = 60;
/** So many newest candidates of a week are looked at, however common the words are. */
const OF_A_WEEK = 200;

/**
 * Open incidents that have words of the title in common: two, or one where the service is the same. The newest candidates of the last
 * quarter, in the actor's scope; the likeness is counted in `shared`.
 */
export function similarSql(actor: Actor, { marks, terms, oneWord, serviceId, except }: SimilarSearch, now: Instant): Statement {
  const params = new Params();
  const newest = sliceOf(now) + 1;
  const own = params.add(terms);
  const service = serviceId ? `t.service_id is not distinct from ${params.add(serviceId)}::uuid` : 'false';
  const seen = [
    't.id = d.ticket_id',
    `t.type = 'incident'`,
    `t.state = any(${params.add(OPEN_STATES)}::text[])`,
    ...(except ? [`t.id <> ${params.add(except)}::uuid`] : []),
    `(d.shared > 1 or ${service}${oneWord ? ' or true' : ''})`,
    ticketVisibility(actor, params),
  ];
  return {
    sql: `select t.*, d.shared as "inTitle" from ${slicesSql(`${params.add(newest)}::int`, `${params.add(newest - WEEKS_BACK)}::int`)}
      cross join lateral (select d.ticket_id, (select count(*)::int from unnest(d.title_terms) w(id) where w.id = any(${own}::int[])) as shared
        from search.document d where d.keys && ${keysSql(marks, params)} order by d.submitted_at desc limit ${OF_A_WEEK}) d
      cross join lateral (select ${TICKET_COLUMNS}, ${ticketReadAsStaff(actor, params)} as staff, ${service} as "sameService" from tickets.ticket t where ${seen.join(' and ')} offset 0) t
      limit ${CANDIDATES}`,
    values: params.values,
  };
}
