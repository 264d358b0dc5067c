import { Injectable } from '@nestjs/common';
import type { CalendarVersion } from '#calendars';
import type { Actor } from '#identity';
import { formatInstant, type Instant, notFound } from '#kernel';
import { Database } from '#platform';
import { type Names, notAllowed, TicketFacts, TicketNames } from '#tickets';
import { settle } from '../domain/fold-clock.js';
import type {
  AuditCalendarResponse,
  AuditClockResponse,
  AuditStepResponse,
  ClockAuditResponse,
} from '../http/responses/clock-audit.response.js';
import type { LedgerRow } from '../store/clock-row.js';
import { ClockStore, type TicketClockSet } from '../store/clock-store.js';

interface Crossing {
  readonly clock_id: string;
  readonly target_no: number;
  readonly pct: number;
  readonly due_at: Instant;
  readonly recorded_at: Instant;
}

const text = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

/** The clocks of one ticket as an independent program can check them: the ledger as it is kept, and the calendars that it names. */
@Injectable()
export class AuditClocks {
  constructor(
    private readonly database: Database,
    private readonly store: ClockStore,
    private readonly tickets: TicketFacts,
    private readonly names: TicketNames,
  ) {}

  /** For staff who read the ticket. Throws `tickets.not-found`, `tickets.not-allowed`. */
  async execute(actor: Actor, key: string): Promise<ClockAuditResponse> {
    const seen = await this.tickets.seenBy(actor, key);
    if (!seen) throw notFound('tickets');
    if (!seen.standing.staff) throw notAllowed('audit_clocks');
    const set = await this.store.ofTicket(this.database, seen.ticket.id);
    const rows = [...set.ledger.values()].flat();
    const crossings = await this.database.query<Crossing>(
      `select clock_id, target_no, pct, due_at, recorded_at from sla.crossing where clock_id = any($1::uuid[]) order by recorded_at, pct`,
      [set.clocks.map(({ id }) => id)],
    );
    const groups = set.clocks.map(({ partyId }) => partyId);
    const names = await this.names.find(actor.locale, { people: rows.map((row) => row.actor_id), groups });
    const calendarIds = [...new Set(rows.flatMap((row) => row.calendar_id ?? []))];
    return {
      ticketNumber: seen.ticket.number,
      readAt: formatInstant(set.at),
      calendars: calendarIds.flatMap((id) => calendarsOf(set.calendars(id).definition as CalendarVersion)),
      clocks: set.clocks.map((clock) => clockOf(clock, set, crossings, names)),
    };
  }
}

/** A version, and those that hold for the dates before it: the id of each of them is made of the id of the one after it. */
function calendarsOf(calendar: CalendarVersion): AuditCalendarResponse[] {
  const { id, before, version } = calendar;
  if (!before) return [{ ...calendarOf(calendar), beforeId: null }];
  const beforeId = `${id}-before`;
  return [{ ...calendarOf(calendar), beforeId }, ...calendarsOf({ ...before, id: beforeId, version: version - 1 })];
}

function calendarOf(calendar: CalendarVersion): Omit<AuditCalendarResponse, 'beforeId'> {
  const { id, code, version, timezone, weekly, exceptions, shortenedByMinutes, recurringHolidays = [], validFrom = null } = calendar;
  return {
    ...{ id, code, version, timezone, shortenedByMinutes, validFrom },
    weekly: Object.fromEntries(Object.entries(weekly).map(([day, windows]) => [day, windows.map(([from, to]) => [from, to])])),
    exceptions: exceptions.map(({ windows, ...exception }) => ({
      ...exception,
      ...(windows ? { windows: windows.map(([from, to]) => [from, to]) } : {}),
    })),
    recurringHolidays: [...recurringHolidays],
  };
}

function clockOf(
  clock: TicketClockSet['clocks'][number],
  set: TicketClockSet,
  crossings: readonly Crossing[],
  names: Names,
): AuditClockResponse {
  const state = settle(clock.state, set.at);
  return {
    ...{ id: clock.id, kind: clock.kind, cycle: clock.cycle, party: names.orNull(clock.partyId) },
    steps: (set.ledger.get(clock.id) ?? []).map((row) => stepOf(row, names)),
    crossings: crossings
      .filter(({ clock_id }) => clock_id === clock.id)
      .map(({ target_no: targetNo, pct, due_at, recorded_at }) => ({
        ...{ targetNo, pct, dueAt: formatInstant(due_at), recordedAt: formatInstant(recorded_at) },
      })),
    ...{ state: state.state, dueAt: text(state.dueAt), outcome: state.outcome, outcomeAt: text(state.outcomeAt) },
    consumedMicroseconds: state.consumed,
  };
}

function stepOf(row: LedgerRow, names: Names): AuditStepResponse {
  const { step, type, reason, seconds, thresholds, rule } = row;
  return {
    ...{ step, type, at: formatInstant(row.at), recordedAt: formatInstant(row.recorded_at), reason, actor: names.orNull(row.actor_id) },
    ...{
      policyVersionId: row.policy_version_id,
      calendarId: row.calendar_id,
      seconds,
      thresholds,
      rule,
      requesterAsked: row.requester_asked,
    },
    ...{ deadlineBefore: text(row.deadline_before), deadlineAfter: text(row.deadline_after) },
    details: row.details ? { ...row.details } : null,
  };
}
