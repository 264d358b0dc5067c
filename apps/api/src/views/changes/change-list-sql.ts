import { type ChangeKind, type ChangeState, OPEN_CHANGE_STATES, RISK_SCORES, type RiskLevel } from '#changes';
import type { Actor } from '#identity';
import { fieldRefused, type Instant } from '#kernel';
import { readCursor, ts } from '#platform';
import { numbersMeant, Params, TICKET_COLUMNS, ticketVisibility, titlePattern } from '#tickets';

export interface ChangeQuery {
  readonly states: readonly ChangeState[] | 'any' | undefined;
  readonly kind?: ChangeKind | undefined;
  readonly groupId?: string | undefined;
  readonly serviceId?: string | undefined;
  readonly risk?: RiskLevel | undefined;
  /** Changes whose window touches `[from, to)`; open where null. */
  readonly from?: Instant | null;
  readonly to?: Instant | null;
  readonly assigneeId?: string | undefined;
  readonly mine?: boolean | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

function wordsOf(q: string, year: number, params: Params): string {
  const numbers = numbersMeant(q, year, 'CHG');
  if (numbers.length > 0) return `t.number = any(${params.add(numbers)}::text[])`;
  const pattern = titlePattern(q);
  return pattern === undefined ? 'false' : `t.title ilike ${params.add(pattern)}`;
}

/** Asked first, and by the index of windows: a few weeks hold few changes, however many there are, and however far back they lie. */
function windowTouches({ from = null, to = null }: ChangeQuery, params: Params): string {
  if (from !== null && to !== null && to <= from) throw fieldRefused('changes.window-backwards', 'to');
  const range = `tstzrange(${params.add(ts(from))}::timestamptz, ${params.add(ts(to))}::timestamptz)`;
  return `t.id = any(array(select w.ticket_id from changes.change w where w.planned_from is not null and tstzrange(w.planned_from, w.planned_to) && ${range}))`;
}

function conditionsOf(actor: Actor, query: ChangeQuery, year: number, params: Params): string[] {
  const conditions = [`t.type = 'change'`, ticketVisibility(actor, params)];
  if (query.states !== 'any') conditions.push(`t.state = any(${params.add(query.states ?? OPEN_CHANGE_STATES)}::text[])`);
  if (query.kind) conditions.push(`c.kind = ${params.add(query.kind)}`);
  if (query.groupId) conditions.push(`t.group_id = ${params.add(query.groupId)}::uuid`);
  if (query.serviceId) {
    const service = params.add(query.serviceId);
    conditions.push(`t.id = any(array(select s.change_id from changes.affected_service s where s.service_id = ${service}::uuid))`);
  }
  if (query.risk) {
    const [least, most] = RISK_SCORES[query.risk];
    conditions.push(`c.likelihood * c.risk_impact between ${params.add(least)} and ${params.add(most)}`);
  }
  if (query.from || query.to) conditions.push(windowTouches(query, params));
  if (query.assigneeId) conditions.push(`t.assignee_id = ${params.add(query.assigneeId)}::uuid`);
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
