import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { CaseEvent, CaseTrace } from '../domain/case-trace.js';
import { TRACE_READINGS } from '../domain/trace-readings.js';
import { LIFECYCLE_NAMES, type LifecycleName } from '../domain/process.js';

/** A trace with whose it is: what the ticket says when it is kept. */
export interface KeptTrace extends CaseTrace {
  readonly ticketId: string;
  readonly institutionId: string | null;
  readonly serviceId: string | null;
  readonly groupId: string | null;
}

interface EventRow extends Omit<CaseEvent, 'id' | 'at'> {
  readonly id: number;
  readonly at: Instant;
  readonly ticketId: string;
}

const LIFECYCLE_OF = new Map(LIFECYCLE_NAMES.flatMap((name) => TRACE_READINGS[name].ends.map((type) => [type, name] as const)));

/** Events that end a case, of every lifecycle. */
export const CASE_ENDS: readonly string[] = [...LIFECYCLE_OF.keys()];

export const lifecycleEndedBy = (type: string): LifecycleName | undefined => LIFECYCLE_OF.get(type);

/** Closed cases as they are kept for mining. */
@Injectable()
export class TraceStore {
  /** The events of these tickets in the order of the log. */
  async eventsOf(on: Queryable, ticketIds: readonly string[]): Promise<Map<string, EventRow[]>> {
    const rows = await on.query<EventRow>(
      `select subject_id as "ticketId", id, at, type, payload, imported from platform.event_log
       where subject_type = 'ticket' and subject_id = any($1::uuid[]) order by subject_id, id`,
      [ticketIds],
    );
    const events = new Map<string, EventRow[]>();
    for (const row of rows) {
      const known = events.get(row.ticketId);
      if (known) known.push(row);
      else events.set(row.ticketId, [row]);
    }
    return events;
  }

  /**
   * Keeps traces. A case was judged by the version of the lifecycle that was valid when it ended: where an earlier version judged it, that
   * judgement stands.
   */
  async keep(tx: Tx, traces: readonly KeptTrace[]): Promise<void> {
    if (traces.length === 0) return;
    const columns = `ticket_id, lifecycle, lifecycle_version, kind, institution_id, service_id, group_id, closed_at, activities, stays, working,
      ping_pong, steps, allowed, deviations, marks, imported, test`;
    await tx.execute(
      `insert into processes.trace as t (${columns})
       select ticket_id, lifecycle, lifecycle_version, kind, institution_id, service_id, group_id, closed_at,
         array(select jsonb_array_elements_text(activities)), array(select x::float8 from jsonb_array_elements_text(stays) x),
         array(select x::float8 from jsonb_array_elements_text(working) x),
         ping_pong, steps, allowed, deviations, array(select jsonb_array_elements_text(marks)), imported, test
       from jsonb_to_recordset($1::jsonb) as r(ticket_id uuid, lifecycle text, lifecycle_version int, kind text, institution_id uuid, service_id uuid,
         group_id uuid, closed_at timestamptz, activities jsonb, stays jsonb, working jsonb, ping_pong boolean, steps int, allowed int, deviations jsonb,
         marks jsonb, imported boolean, test boolean)
       on conflict (ticket_id) do update set kind = excluded.kind, institution_id = excluded.institution_id, service_id = excluded.service_id,
         group_id = excluded.group_id, closed_at = excluded.closed_at, activities = excluded.activities, stays = excluded.stays,
         working = excluded.working, ping_pong = excluded.ping_pong, imported = excluded.imported, test = excluded.test,
         steps = excluded.steps, allowed = excluded.allowed, deviations = excluded.deviations, marks = excluded.marks
       where t.lifecycle_version = excluded.lifecycle_version`,
      [JSON.stringify(traces.map(toRow))],
    );
  }

  /** The next tickets that have ended, by the place of that event in the log; a ticket that ended twice comes twice. */
  async nextEnded(on: Queryable, after: number, limit: number): Promise<{ eventId: number; ticketId: string; type: string }[]> {
    const part = `(select id, subject_id, type from platform.event_log where type = `;
    const parts = CASE_ENDS.map((_, at) => `${part}$${at + 3} and id > $1 order by id limit $2)`);
    return on.query(
      `select id as "eventId", subject_id as "ticketId", type from (${parts.join(' union all ')}) ended order by id limit $2`,
      [after, limit, ...CASE_ENDS],
    );
  }

  async countEnded(on: Queryable): Promise<number> {
    const [row] = await on.query<{ n: number }>(`select count(*) as n from platform.event_log where type = any($1::text[])`, [CASE_ENDS]);
    return row!.n;
  }
}

function toRow(trace: KeptTrace): Record<string, unknown> {
  const { ticketId, institutionId, serviceId, groupId, version, closedAt, pingPong, ...rest } = trace;
  return {
    ...rest,
    ticket_id: ticketId,
    institution_id: institutionId,
    service_id: serviceId,
    group_id: groupId,
    lifecycle_version: version,
    closed_at: ts(closedAt),
    ping_pong: pingPong,
  };
}
