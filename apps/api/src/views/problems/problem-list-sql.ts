import type { Actor } from '#identity';
import type { Instant } from '#kernel';
import { readCursor, ts } from '#platform';
import { OPEN_PROBLEM_STATES, type ProblemState } from '#problems';
import { numbersMeant, Params, TICKET_COLUMNS, ticketVisibility, titlePattern } from '#tickets';

export interface ProblemQuery {
  readonly states: readonly ProblemState[] | 'any' | undefined;
  readonly groupId?: string | undefined;
  readonly serviceId?: string | undefined;
  readonly assigneeId?: string | undefined;
  readonly mine?: boolean | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

function wordsOf(q: string, year: number, params: Params): string {
  const numbers = numbersMeant(q, year, 'PRB');
  if (numbers.length > 0) return `t.number = any(${params.add(numbers)}::text[])`;
  const pattern = titlePattern(q);
  return pattern === undefined ? 'false' : `t.title ilike ${params.add(pattern)}`;
}

function conditionsOf(actor: Actor, query: ProblemQuery, year: number, params: Params): string[] {
  const conditions = [`t.type = 'problem'`, ticketVisibility(actor, params)];
  if (query.states !== 'any') conditions.push(`t.state = any(${params.add(query.states ?? OPEN_PROBLEM_STATES)}::text[])`);
  if (query.groupId) conditions.push(`t.group_id = ${params.add(query.groupId)}::uuid`);
  if (query.serviceId) conditions.push(`t.service_id = ${params.add(query.serviceId)}::uuid`);
  if (query.assigneeId) conditions.push(`t.assignee_id = ${params.add(query.assigneeId)}::uuid`);
  if (query.mine) conditions.push(`${params.add(actor.id)}::uuid in (t.created_by_id, t.assignee_id)`);
  const q = query.q?.trim();
  if (q) conditions.push(wordsOf(q, year, params));
  return conditions;
}

/** One page of problems, the latest first, one row longer than asked. The index of problems alone gives the order. */
export function problemListSql(actor: Actor, query: ProblemQuery, year: number): { sql: string; values: unknown[] } {
  const params = new Params([query.limit + 1]);
  const conditions = conditionsOf(actor, query, year, params);
  const after = readCursor(query.cursor, 2);
  if (after)
    conditions.push(
      `(t.submitted_at, t.id) < (${params.add(ts(Number(after[0]) as Instant))}::timestamptz, ${params.add(after[1])}::uuid)`,
    );
  return {
    sql: `select ${TICKET_COLUMNS}, p.known_since as "knownSince", p.verify_from as "verifyFrom", p.recurrences
      from tickets.ticket t join problems.problem p on p.ticket_id = t.id
      where ${conditions.join(' and ')} order by t.submitted_at desc, t.id desc limit $1`,
    values: params.values,
  };
}
