import { type Instant, parseInstant } from '#kernel';
import type { ClockState } from '../domain/clock-state.js';
import type { ClockKind, LedgerEntry, LedgerType, MidFlightRule } from '../domain/ledger-entry.js';
import type { TrackedClock } from '../domain/tracked-clock.js';

/** A row of `sla.clock`: a clock at the end of its ledger, so that lists need not fold it. */
export interface ClockRow {
  id: string;
  ticket_id: string;
  kind: ClockKind;
  cycle: number;
  party_id: string | null;
  state: ClockState['state'];
  ticket_type: string;
  institution_id: string;
  service_id: string | null;
  group_id: string | null;
  priority: number;
  policy_version_id: string | null;
  pause_reasons: string[];
  target_seconds: number;
  target_calendar_id: string;
  plan_calendar_id: string;
  started_at: Instant;
  due_at: Instant | null;
  running_since: Instant | null;
  consumed: number;
  total: number;
  stopped_at: Instant | null;
  outcome: ClockState['outcome'];
  outcome_at: Instant | null;
  target_no: number;
  plan_no: number;
  steps: number;
}

/** The columns of `sla.clock` with their types, in one order for reading and writing. */
export const CLOCK_COLUMNS = {
  id: 'uuid',
  ticket_id: 'uuid',
  kind: 'text',
  cycle: 'integer',
  party_id: 'uuid',
  state: 'text',
  ticket_type: 'text',
  institution_id: 'uuid',
  service_id: 'uuid',
  group_id: 'uuid',
  priority: 'smallint',
  policy_version_id: 'uuid',
  pause_reasons: 'text[]',
  target_seconds: 'integer',
  target_calendar_id: 'uuid',
  plan_calendar_id: 'uuid',
  started_at: 'timestamptz',
  due_at: 'timestamptz',
  running_since: 'timestamptz',
  consumed: 'bigint',
  total: 'bigint',
  stopped_at: 'timestamptz',
  outcome: 'text',
  outcome_at: 'timestamptz',
  target_no: 'integer',
  plan_no: 'integer',
  steps: 'integer',
} as const satisfies Record<keyof ClockRow, string>;

/** A row of `sla.ledger`. */
export interface LedgerRow {
  clock_id: string;
  step: number;
  type: LedgerType;
  at: Instant;
  recorded_at: Instant;
  reason: string | null;
  actor_id: string | null;
  policy_version_id: string | null;
  calendar_id: string | null;
  seconds: number | null;
  thresholds: number[] | null;
  rule: MidFlightRule | null;
  requester_asked: boolean | null;
  deadline_before: Instant | null;
  deadline_after: Instant | null;
  details: LedgerDetails | null;
}

/** What only some kinds of step keep. Instants as ISO 8601 with microseconds. */
export interface LedgerDetails {
  readonly replaces?: string | null;
  readonly from?: string;
  readonly to?: string | null;
  readonly hold?: string;
  readonly requestedBy?: string;
}

const parsed = (text: string | null): Instant | null => (text === null ? null : parseInstant(text));

/** A step as the fold wants it. */
export function entryOf(row: LedgerRow): LedgerEntry {
  const step = { at: row.at, reason: row.reason, actorId: row.actor_id };
  const target = { calendarId: row.calendar_id ?? '', seconds: row.seconds ?? 0 };
  if (row.type === 'started') return { ...step, type: row.type, target, thresholds: row.thresholds ?? [] };
  if (row.type === 'retargeted')
    return { ...step, type: row.type, target, rule: row.rule ?? 'middle_of_three', requesterAsked: row.requester_asked ?? false };
  const { replaces = null, from, to = null, hold = '', requestedBy = '' } = row.details ?? {};
  if (row.type === 'pause_corrected')
    return { ...step, type: row.type, replaces: parsed(replaces), from: parsed(from ?? null) ?? row.at, to: parsed(to), hold };
  if (row.type === 'breach_voided') return { ...step, type: row.type, target, requestedBy };
  return { ...step, type: row.type };
}

/** A clock of the table with the state that its ledger folds to. */
export function trackedClock(row: ClockRow, state: ClockState): TrackedClock {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    kind: row.kind,
    cycle: row.cycle,
    partyId: row.party_id,
    facts: {
      ticketType: row.ticket_type,
      institutionId: row.institution_id,
      serviceId: row.service_id,
      groupId: row.group_id,
      priority: row.priority,
    },
    policyVersionId: row.policy_version_id,
    pauseReasons: row.pause_reasons,
    steps: row.steps,
    state,
  };
}
