import { formatInstant, type Instant } from '#kernel';
import type { Names, TicketRecord } from '#tickets';
import type { ProblemState } from '../domain/problem-lifecycle.js';
import type { ProblemSummaryResponse } from '../http/responses/problem.response.js';

/** What a list says of a problem beside its ticket. */
export interface ProblemFacts {
  readonly knownSince: Instant | null;
  readonly verifyFrom: Instant | null;
  readonly recurrences: number;
}

const iso = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

export function toProblemSummary(
  ticket: TicketRecord,
  { knownSince, verifyFrom, recurrences }: ProblemFacts,
  names: Names,
  incidentCount: number,
): ProblemSummaryResponse {
  const { id, number, title, priority, impact, urgency, version } = ticket;
  return {
    ...{ id, number, title, state: ticket.state as ProblemState, priority, impact, urgency, recurrences, incidentCount, version },
    knownSince: iso(knownSince),
    verifyFrom: iso(verifyFrom),
    service: names.orNull(ticket.serviceId),
    group: names.orNull(ticket.groupId),
    assignee: names.orNull(ticket.assigneeId),
    submittedAt: formatInstant(ticket.submittedAt),
    updatedAt: formatInstant(ticket.updatedAt),
    resolvedAt: iso(ticket.resolvedAt),
  };
}
