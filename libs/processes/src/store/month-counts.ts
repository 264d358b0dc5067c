import { Injectable } from '@nestjs/common';
import { type Queryable, ts, type Tx } from '#platform';
import type { LifecycleName, MonthCount } from '../domain/process.js';
import { conformanceOf, type Deviation, type TraceEvent } from '../domain/trace-conformance.js';
import { TRACE_READINGS } from '../domain/trace-readings.js';

/** History that was taken in counts for nothing, but in a demonstration, which has no other. */
const COUNTS = `(not e.imported or exists (select 1 from processes.demonstration))`;

/** Cases whose events are read at once: memory stays small, whatever a month holds. */
const AT_ONCE = 2_000;

/** A case that ended in the month and did not go as its lifecycle says. */
export interface DeviatingCase {
  readonly ticketId: string;
  readonly deviations: readonly Deviation[];
}

interface EventRow {
  readonly ticketId: string;
  readonly type: string;
  readonly payload: TraceEvent['payload'];
}

/** What the desk's own events show of a lifecycle, by months of Europe/Riga. */
@Injectable()
export class MonthCounts {
  /** The last `count` months before `month`, the earliest first; a month that was never counted is left out. */
  before(on: Queryable, lifecycle: LifecycleName, month: string, count: number): Promise<MonthCount[]> {
    return on.query<MonthCount>(
      `select to_char(month, 'YYYY-MM') as month, live, judged, conforming from processes.month_count
       where lifecycle = $1 and month < $2::date and month >= ($2::date - make_interval(months => $3))::date order by month`,
      [lifecycle, `${month}-01`, count],
    );
  }

  /** Cases of a month that deviate, as they were counted; at most `most`. */
  deviating(on: Queryable, lifecycle: LifecycleName, months: readonly string[], most: number): Promise<DeviatingCase[]> {
    return on.query<DeviatingCase>(
      `select ticket_id as "ticketId", deviations from processes.deviating_case
       where lifecycle = $1 and month = any($2::date[]) order by month desc, ticket_id limit $3`,
      [lifecycle, months.map((month) => `${month}-01`), most],
    );
  }

  /** Counts a month anew from the event log and keeps what was found. History taken in counts for nothing, and neither do tests. */
  async count(tx: Tx, lifecycle: LifecycleName, month: string): Promise<MonthCount> {
    const span = await spanOf(tx, month);
    const live = await this.liveIn(tx, lifecycle, span);
    const ended = await this.endedIn(tx, lifecycle, span);
    const deviating: DeviatingCase[] = [];
    for (let at = 0; at < ended.length; at += AT_ONCE) deviating.push(...(await this.judge(tx, lifecycle, ended.slice(at, at + AT_ONCE))));
    const counted = { month, live, judged: ended.length, conforming: ended.length - deviating.length };
    await this.keep(tx, lifecycle, counted, deviating);
    return counted;
  }

  private async liveIn(tx: Tx, lifecycle: LifecycleName, [from, to]: Span): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `select count(*)::int as n from platform.event_log e where e.type = $1 and e.at >= $2 and e.at < $3 and ${COUNTS}
         and not exists (select 1 from platform.event_log c where c.subject_type = 'ticket' and c.subject_id = e.subject_id
           and c.type = $4 and c.payload ->> 'reason' = 'test')`,
      [TRACE_READINGS[lifecycle].begins, from, to, `${lifecycle}s.cancelled`],
    );
    return row!.n;
  }

  private async endedIn(tx: Tx, lifecycle: LifecycleName, [from, to]: Span): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select distinct e.subject_id as id from platform.event_log e
       where e.type = any($1::text[]) and e.at >= $2 and e.at < $3 and ${COUNTS}
         and not (e.type like '%.cancelled' and e.payload ->> 'reason' = 'test') order by 1`,
      [TRACE_READINGS[lifecycle].ends, from, to],
    );
    return rows.map(({ id }) => id);
  }

  private async judge(tx: Tx, lifecycle: LifecycleName, ticketIds: readonly string[]): Promise<DeviatingCase[]> {
    const rows = await tx.query<EventRow>(
      `select subject_id as "ticketId", type, payload from platform.event_log
       where subject_type = 'ticket' and subject_id = any($1::uuid[]) and type like $2 order by subject_id, id`,
      [ticketIds, `${lifecycle}s.%`],
    );
    const traces = new Map<string, EventRow[]>();
    for (const row of rows) traces.set(row.ticketId, [...(traces.get(row.ticketId) ?? []), row]);
    return [...traces]
      .map(([ticketId, trace]) => ({ ticketId, deviations: conformanceOf(trace, TRACE_READINGS[lifecycle]).deviations }))
      .filter(({ deviations }) => deviations.length > 0);
  }

  private async keep(tx: Tx, lifecycle: LifecycleName, counted: MonthCount, deviating: readonly DeviatingCase[]): Promise<void> {
    const { month, live, judged, conforming } = counted;
    await tx.execute(
      `insert into processes.month_count (lifecycle, month, live, judged, conforming, counted_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (lifecycle, month) do update set live = excluded.live, judged = excluded.judged, conforming = excluded.conforming,
         counted_at = excluded.counted_at`,
      [lifecycle, `${month}-01`, live, judged, conforming, ts(tx.now)],
    );
    await tx.execute(`delete from processes.deviating_case where lifecycle = $1 and month = $2`, [lifecycle, `${month}-01`]);
    await tx.execute(
      `insert into processes.deviating_case (lifecycle, month, ticket_id, deviations)
       select $1, $2, r."ticketId", r.deviations from jsonb_to_recordset($3::jsonb) as r("ticketId" uuid, deviations jsonb)`,
      [lifecycle, `${month}-01`, JSON.stringify(deviating)],
    );
  }
}

type Span = readonly [from: string, to: string];

/** The month's first instant and the first after it, midnight in Riga. */
async function spanOf(tx: Tx, month: string): Promise<Span> {
  const [row] = await tx.query<{ from: string; to: string }>(
    `select ($1::date::timestamp at time zone 'Europe/Riga')::text as from,
       (($1::date + interval '1 month')::timestamp at time zone 'Europe/Riga')::text as to`,
    [`${month}-01`],
  );
  return [row!.from, row!.to];
}
