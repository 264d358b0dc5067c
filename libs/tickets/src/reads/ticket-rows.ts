import { formatInstant, type Instant } from '#kernel';
import type { ClockSummary } from '../ports/ticket-clocks.js';
import type { TicketRecord } from '../domain/ticket.js';
import type { ClockSummaryResponse, TicketSummaryResponse } from '../http/responses/ticket-summary.response.js';
import type { Names, NameWants } from './ticket-names.js';

/** An instant as the API writes it. */
export function iso(at: Instant): string;
export function iso(at: Instant | null): string | null;
export function iso(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}

/** The names that a list of tickets needs. */
export function namesOf(tickets: readonly TicketRecord[]): NameWants {
  return {
    people: tickets.flatMap((t) => [t.requesterId, t.affectedUserId, t.assigneeId]),
    institutions: tickets.map((t) => t.institutionId),
    groups: tickets.map((t) => t.groupId),
    services: tickets.map((t) => t.serviceId),
  };
}

export function toClockResponse(clock: ClockSummary): ClockSummaryResponse {
  const { id, kind, cycle, state, outcome, targetSeconds, consumedSeconds, remainingSeconds, percent, calendar } = clock;
  return {
    ...{ id, kind, cycle, state, outcome, targetSeconds, consumedSeconds, remainingSeconds, percent },
    startedAt: iso(clock.startedAt),
    dueAt: iso(clock.dueAt),
    stoppedAt: iso(clock.stoppedAt),
    breachedAt: iso(clock.breachedAt),
    calendar: { code: calendar.code, name: calendar.name },
  };
}

export function toSummary(ticket: TicketRecord, names: Names, clocks: readonly ClockSummary[] = []): TicketSummaryResponse {
  const { id, number, type, title, state, holdReason, category, priority, impact, urgency, source, dueKind } = ticket;
  return {
    ...{ id, number, type, title, state, holdReason, category, priority, impact, urgency },
    institution: names.of(ticket.institutionId),
    service: names.orNull(ticket.serviceId),
    group: names.orNull(ticket.groupId),
    assignee: names.orNull(ticket.assigneeId),
    requester: names.of(ticket.requesterId),
    affectedUser: names.of(ticket.affectedUserId),
    source,
    submittedAt: iso(ticket.submittedAt),
    updatedAt: iso(ticket.updatedAt),
    dueAt: iso(ticket.dueAt),
    dueKind,
    clocks: clocks.map(toClockResponse),
    version: ticket.version,
    escalated: ticket.escalationRank > 0,
    asideUntil: iso(ticket.asideUntil),
  };
}
