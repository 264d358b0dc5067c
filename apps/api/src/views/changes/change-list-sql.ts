import { CHANGE_STATES, type ChangeKind, type ChangeState } from '#changes';
import type { Actor } from '#identity';
import type { Instant } from '#kernel';
import { readCursor, ts } from '#platform';
import { numbersMeant, Params, TICKET_COLUMNS, ticketVisibility, titlePattern } from '#tickets';

export interface ChangeQuery {
  readonly states: readonly ChangeState[] | 'any' | undefined;
  readonly kind?: ChangeKind | undefined;
  readonly groupId?: string | undefined;
  readonly serviceId?: string | undefined;
  readonly mine?: boolean | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const FINISHED: ReadonlySet<ChangeState> = new Set<ChangeState>(['closed', 'rejected', 'cancelled']);
const UNFINISHED = CHANGE_STATES.filter((state) => !FINISHED.has(state));

function wordsOf(q: string, year: number, params: Params): string {
  const numbers = numbersMeant(q, year, 'CHG');
  if (numbers.length > 0) return `t.number = any(${params.add(numbers)}::text[])`;
  const pattern = titlePattern(q);
  return pattern === undefined ? 'false' : `t.title ilike ${params.add(pattern)}`;
}

function conditionsOf(actor: Actor, query: ChangeQuery, year: number, params: Params): string[] {
  const conditions = [`t.type = 'change'`, ticketVisibility(actor, params)];
  if (query.states !== 'any') conditions.push(`t.state = any(${params.add(query.states ?? UNFINISHED)}::text[])`);
  if (query.kind) conditions.push(`c.kind = ${params.add(query.kind)}`);
  if (query.groupId) conditions.push(`t.group_id = ${params.add(query.groupId)}::uuid`);
  if (query.serviceId) {
    const service = params.add(query.serviceId);
    conditions.push(`t.id = any(array(select s.change_id from changes.affected_service s where s.service_id = ${service}::uuid))`);
  }
  if (query.mine) {
    const me = params.add(actor.id);
    conditions.push(`${me}::uuid in (t.requester_id, t.created_by_id, t.assignee_id)`);
  }
  const q = query.q?.trim();
  if (q) conditions.push(wordsOf(q, year, params));
  return conditions;
}

/** One page of changes, the latest first, one row longer than asked. The index of changes alone gives the order. */
export function changeListSql(actor: Actor, query: ChangeQuery, year: number): { sql: string; values: unknown[] } {
  const params = new Params([query.limit + 1]);
  const conditions = conditionsOf(actor, query, year, params);
  const after = readCursor(query.cursor, 2);
  if (after)
    conditions.push(
      `(t.submitted_at, t.id) < (${params.add(ts(Number(after[0]) as Instant))}::timestamptz, ${params.add(after[1])}::uuid)`,
    );
  return {
    sql: `select ${TICKET_COLUMNS}, c.kind, c.likelihood * c.risk_impact as "riskScore", c.planned_from as "plannedFrom",
        c.planned_to as "plannedTo", c.outage_minutes as "outageMinutes", c.outcome
      from tickets.ticket t join changes.change c on c.ticket_id = t.id
      where ${conditions.join(' and ')} order by t.submitted_at desc, t.id desc limit $1`,
    values: params.values,
  };
}
