import { ts, type Tx } from '#platform';
import { dueAtRows, setDueAtsSql, type TicketDueAt } from '#tickets';
import { thresholdsAhead } from '../domain/clock-measures.js';
import type { Calendars } from '../domain/clock-state.js';
import type { ClockChange, Passed, TrackedClock } from '../domain/tracked-clock.js';
import { CLOCK_COLUMNS } from './clock-row.js';

/** What is written of one clock: where it stands, its new steps, and the thresholds behind and ahead. */
export interface ClockWrite {
  readonly clock: TrackedClock;
  readonly changes: readonly ClockChange[];
  readonly passed: readonly Passed[];
}

/** A threshold that this statement recorded; one that was on record already is not among them. */
export interface RecordedCrossing {
  readonly clockId: string;
  readonly targetNo: number;
  readonly pct: number;
}

const names = Object.keys(CLOCK_COLUMNS);
const typed = Object.entries(CLOCK_COLUMNS).map(([name, type]) => `${name} ${type}`);

/**
 * Clock, ledger, plan, crossings and the tickets' deadlines in one statement. Rows that are planned anew are overwritten and the others of the clock
 * deleted, so that the table holds exactly what lies ahead; a crossing that is on record stays as it is.
 */
const WRITE = `
  with incoming as materialized (
    select * from jsonb_to_recordset($1::jsonb) as r(${typed.join(', ')}, entries jsonb, planned jsonb, passed jsonb)
  ), saved as (
    insert into sla.clock (${names.join(', ')}) select ${names.join(', ')} from incoming
    on conflict (id) do update set ${names
      .filter((name) => name !== 'id')
      .map((name) => `${name} = excluded.${name}`)
      .join(', ')}
  ), logged as (
    insert into sla.ledger (clock_id, step, type, at, reason, actor_id, policy_version_id, calendar_id, seconds, thresholds, rule, requester_asked,
      deadline_before, deadline_after, details)
    select i.id, e.step, e.type, e.at, e.reason, e.actor_id, i.policy_version_id, e.calendar_id, e.seconds, e.thresholds, e.rule, e.requester_asked,
      e.deadline_before, e.deadline_after, e.details
    from incoming i cross join lateral jsonb_to_recordset(i.entries) as e(step integer, type text, at timestamptz, reason text, actor_id uuid, calendar_id uuid,
      seconds integer, thresholds integer[], rule text, requester_asked boolean, deadline_before timestamptz, deadline_after timestamptz, details jsonb)
    order by i.id, e.step
  ), unplanned as (
    delete from sla.planned_crossing p using incoming i
    where p.clock_id = i.id and not exists (
      select 1 from jsonb_to_recordset(i.planned) as n(target_no integer, pct integer) where n.target_no = p.target_no and n.pct = p.pct)
  ), planned as (
    insert into sla.planned_crossing (clock_id, target_no, pct, due_at, planned_at, plan_no)
    select i.id, n.target_no, n.pct, n.due_at, clock_timestamp(), i.plan_no
    from incoming i cross join lateral jsonb_to_recordset(i.planned) as n(target_no integer, pct integer, due_at timestamptz)
    on conflict (clock_id, target_no, pct) do update set due_at = excluded.due_at, planned_at = excluded.planned_at, plan_no = excluded.plan_no
  ), crossed as (
    insert into sla.crossing (clock_id, target_no, pct, due_at, planned_at, jumped)
    select i.id, n.target_no, n.pct, n.due_at, clock_timestamp(), n.jumped
    from incoming i cross join lateral jsonb_to_recordset(i.passed) as n(target_no integer, pct integer, due_at timestamptz, jumped boolean)
    on conflict do nothing
    returning clock_id, target_no, pct
  ), tickets as (
    ${setDueAtsSql('$2')}
  )
  select clock_id as "clockId", target_no as "targetNo", pct from crossed`;

/**
 * Writes the steps of clocks and the nearest deadlines of their tickets. Answers the crossings that were recorded now, for they are told
 * exactly once.
 */
export async function writeClocks(
  tx: Tx,
  writes: readonly ClockWrite[],
  dueAts: readonly TicketDueAt[],
  calendars: Calendars,
): Promise<RecordedCrossing[]> {
  if (writes.length === 0 && dueAts.length === 0) return [];
  const rows = JSON.stringify(writes.map((write) => rowOf(write, calendars)));
  return tx.query<RecordedCrossing>(WRITE, [rows, dueAtRows(dueAts)], 'sla.write-clocks');
}

function rowOf({ clock, changes, passed }: ClockWrite, calendars: Calendars): Record<string, unknown> {
  const { state, facts } = clock;
  return {
    id: clock.id,
    ticket_id: clock.ticketId,
    kind: clock.kind,
    cycle: clock.cycle,
    party_id: clock.partyId,
    state: state.state,
    ticket_type: facts.ticketType,
    institution_id: facts.institutionId,
    service_id: facts.serviceId,
    group_id: facts.groupId,
    priority: facts.priority,
    policy_version_id: clock.policyVersionId,
    pause_reasons: clock.pauseReasons,
    target_seconds: state.target.seconds,
    target_calendar_id: state.target.calendarId,
    plan_calendar_id: state.plan.calendarId,
    started_at: ts(state.startedAt),
    due_at: ts(state.dueAt),
    running_since: ts(state.runningSince),
    consumed: state.consumed,
    total: state.total,
    stopped_at: ts(state.stoppedAt),
    outcome: state.outcome,
    outcome_at: ts(state.outcomeAt),
    target_no: state.targetNo,
    plan_no: state.planNo,
    steps: clock.steps,
    entries: changes.map(entryRow),
    planned: plannedRows(clock, passed, calendars),
    passed: passed.map((p) => ({ target_no: p.targetNo, pct: p.pct, due_at: ts(p.dueAt), jumped: p.jumped })),
  };
}

function plannedRows({ state }: TrackedClock, passed: readonly Passed[], calendars: Calendars): Record<string, unknown>[] {
  return thresholdsAhead(state, calendars)
    .filter(({ pct }) => !passed.some((p) => p.pct === pct && p.targetNo === state.targetNo))
    .map(({ pct, dueAt }) => ({ target_no: state.targetNo, pct, due_at: ts(dueAt) }));
}

function entryRow({ before, after, entry }: ClockChange): Record<string, unknown> {
  const targeted = entry.type === 'started' || entry.type === 'retargeted' || entry.type === 'breach_voided';
  return {
    step: after.steps,
    type: entry.type,
    at: ts(entry.at),
    reason: entry.reason,
    actor_id: entry.actorId,
    calendar_id: targeted ? entry.target.calendarId : null,
    seconds: targeted ? entry.target.seconds : null,
    thresholds: entry.type === 'started' ? entry.thresholds : null,
    rule: entry.type === 'retargeted' ? entry.rule : null,
    requester_asked: entry.type === 'retargeted' ? entry.requesterAsked : null,
    deadline_before: ts(before?.state.dueAt),
    deadline_after: ts(after.state.dueAt),
    details: detailsOf(entry, after),
  };
}

/** What only some kinds of step keep. */
function detailsOf(entry: ClockChange['entry'], after: TrackedClock): Record<string, unknown> | null {
  switch (entry.type) {
    case 'retargeted':
      return changeDetails(after);
    case 'breach_voided':
      return { ...changeDetails(after), requestedBy: entry.requestedBy };
    case 'pause_corrected':
      return { replaces: ts(entry.replaces), from: ts(entry.from), to: ts(entry.to), hold: entry.hold };
    default:
      return null;
  }
}

/** The three dates that a change was decided by, and which of them won. */
function changeDetails({ state }: TrackedClock): Record<string, unknown> | null {
  const change = state.changes.at(-1);
  const promise = state.promises.at(-1);
  if (!change || !promise || promise.targetNo !== state.targetNo) return null;
  return {
    old: ts(change.old),
    retro: ts(change.retro),
    fresh: ts(change.fresh),
    winner: change.winner,
    remembers: promise.remembers ?? null,
  };
}
