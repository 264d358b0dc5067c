import { formatInstant, type Instant } from '#kernel';
import type { Names, TicketRecord } from '#tickets';
import type { ChangeKind, ChangeOutcome } from '../domain/change-words.js';
import { riskLevel } from '../domain/risk.js';
import type { ChangeSummaryResponse } from '../http/responses/change.response.js';

/** What a list says of a change beside its ticket. */
export interface ChangeFacts {
  readonly kind: ChangeKind;
  readonly riskScore: number | null;
  readonly plannedFrom: Instant | null;
  readonly plannedTo: Instant | null;
  readonly outageMinutes: number;
  readonly outcome: ChangeOutcome | null;
}

export function windowOf(from: Instant | null, to: Instant | null): { from: string; to: string } | null {
  return from === null || to === null ? null : { from: formatInstant(from), to: formatInstant(to) };
}

export function toChangeSummary(ticket: TicketRecord, facts: ChangeFacts, names: Names): ChangeSummaryResponse {
  const { id, number, title, state, version } = ticket;
  const { kind, riskScore, outageMinutes, outcome } = facts;
  return {
    ...{ id, number, title, kind, state, riskScore, outageMinutes, outcome, version },
    riskLevel: riskScore === null ? null : riskLevel(riskScore),
    window: windowOf(facts.plannedFrom, facts.plannedTo),
    service: names.orNull(ticket.serviceId),
    group: names.orNull(ticket.groupId),
    assignee: names.orNull(ticket.assigneeId),
    requester: names.of(ticket.requesterId),
    institution: names.of(ticket.institutionId),
    submittedAt: formatInstant(ticket.submittedAt),
    updatedAt: formatInstant(ticket.updatedAt),
  };
}
