import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { type Queryable, readCursor, ts, writeCursor } from '#platform';
import { Params } from '#tickets';
import { deskReopenedAt, verdictOf } from '../domain/case-trace.js';
import type { FlowCase } from '../domain/flow-case.js';
import type { DeskSelection, FlowSelection, LogSelection } from '../domain/flow-selection.js';
import type { Deviation } from '../domain/trace-conformance.js';

interface CaseRow {
  readonly endedAt: Instant;
  readonly id: string | number;
  readonly activities: readonly string[];
  readonly stays: readonly number[];
  readonly working: readonly number[];
  readonly pingPong: boolean;
  readonly steps?: number;
  readonly allowed?: number;
  readonly deviations?: readonly Deviation[];
}

/** How many cases a selection has, and when the first and the last of them ended. */
export interface CaseCount {
  readonly cases: number;
  readonly imported: number;
  readonly firstAt: Instant | null;
  readonly lastAt: Instant | null;
  readonly versions: readonly number[];
}

const inPeriod = (column: string, { from, to }: { readonly from?: string; readonly to?: string }, params: Params): string[] => [
  ...(from === undefined ? [] : [`${column} >= ${params.add(from)}::date::timestamp at time zone 'Europe/Riga'`]),
  ...(to === undefined ? [] : [`${column} < (${params.add(to)}::date + 1)::timestamp at time zone 'Europe/Riga'`]),
];

/** The kept cases of the desk that a selection names, as conditions on `processes.trace t`. Tests are never among them. */
export function deskConditions(selection: DeskSelection, params: Params): string {
  const { lifecycle, kind, serviceId, institutionId, groupId, withHistory, reach } = selection;
  const equal = (column: string, value: string | null): string[] => (value === null ? [] : [`t.${column} = ${params.add(value)}`]);
  const within = reach.all
    ? []
    : [`(t.institution_id = any(${params.add(reach.institutionIds)}::uuid[]) or t.group_id = any(${params.add(reach.groupIds)}::uuid[]))`];
  return [
    ...[`t.lifecycle = ${params.add(lifecycle)}`, 'not t.test'],
    ...inPeriod('t.closed_at', selection, params),
    ...equal('kind', kind),
    ...equal('service_id', serviceId),
    ...equal('institution_id', institutionId),
    ...equal('group_id', groupId),
    ...(withHistory ? [] : ['not t.imported']),
    ...within,
  ].join(' and ');
}

const logConditions = (selection: LogSelection, params: Params): string =>
  [`t.log_id = ${params.add(selection.logId)}`, ...inPeriod('t.ended_at', selection, params)].join(' and ');

const SOURCES = {
  desk: {
    table: 'processes.trace t',
    columns: `t.closed_at as "endedAt", t.ticket_id as id, t.activities, t.stays, t.working, t.ping_pong as "pingPong", t.steps, t.allowed, t.deviations`,
    order: ['t.closed_at', 't.ticket_id'],
    id: 'uuid',
    facts: `count(*) filter (where t.imported) as imported, min(t.closed_at) as "firstAt", max(t.closed_at) as "lastAt",
      coalesce(array_agg(distinct t.lifecycle_version), '{}') as versions`,
  },
  log: {
    table: 'processes.event_log_case t',
    columns: `t.ended_at as "endedAt", t.position as id, t.activities, t.stays, t.working, t.ping_pong as "pingPong"`,
    order: ['t.ended_at', 't.position'],
    id: 'integer',
    facts: `0 as imported, min(t.ended_at) as "firstAt", max(t.ended_at) as "lastAt", '{}'::int[] as versions`,
  },
} as const;

/** The cases that a flow is mined from: those of the desk, or those of a log. */
@Injectable()
export class CaseSource {
  async count(on: Queryable, selection: FlowSelection): Promise<CaseCount> {
    const params = new Params();
    const { table, facts } = SOURCES[selection.source];
    const where = conditionsOf(selection, params);
    const [row] = await on.query<CaseCount>(`select count(*) as cases, ${facts} from ${table} where ${where}`, params.values);
    return row!;
  }

  /** The next cases in the order of their ends; `cursor` is null where there are no more. */
  async batch(
    on: Queryable,
    selection: FlowSelection,
    after: string | null,
    limit: number,
  ): Promise<{ readonly cases: FlowCase[]; readonly cursor: string | null }> {
    const params = new Params();
    const { table, columns, order, id } = SOURCES[selection.source];
    const where = conditionsOf(selection, params);
    const from = readCursor(after ?? undefined, 2);
    const beyond = from ? ` and (${order.join(', ')}) > (${params.add(from[0])}::timestamptz, ${params.add(from[1])}::${id})` : '';
    const rows = await on.query<CaseRow>(
      `select ${columns} from ${table} where ${where}${beyond} order by ${order.join(', ')} limit ${params.add(limit)}`,
      params.values,
    );
    const last = rows.at(-1);
    return {
      cases: rows.map((row) => toCase(selection, row)),
      cursor: last && rows.length === limit ? writeCursor([ts(last.endedAt), last.id]) : null,
    };
  }
}

function conditionsOf(selection: FlowSelection, params: Params): string {
  return selection.source === 'desk' ? deskConditions(selection, params) : logConditions(selection, params);
}

function toCase(selection: FlowSelection, { activities, stays, working, pingPong, steps, allowed, deviations }: CaseRow): FlowCase {
  const desk = selection.source === 'desk';
  return {
    ...{ activities, stays, working, pingPong },
    reopenedAt: desk ? deskReopenedAt(selection.lifecycle, activities) : null,
    verdict: steps !== undefined && allowed !== undefined && deviations ? verdictOf({ steps, allowed, deviations }) : null,
  };
}
