import { type DomainEvent, formatInstant, type Instant } from '#kernel';
import type { TicketRecord } from '#tickets';
import type { IncidentDetail } from './incident.js';

/** The detail of an incident that nobody has touched yet. */
export function newIncidentDetail(security = false): IncidentDetail {
  return {
    ...{
      major: false,
      security,
      holdSince: null,
      holdQuestion: null,
      holdUntil: null,
      holdAgreed: false,
      holdCount: 0,
      answerDueAt: null,
      reminderDueAt: null,
    },
    reminderCount: 0,
    ...{ awareAt: null, warningSentAt: null, notificationSentAt: null, finalReportSentAt: null },
    ...{ majorProposedAt: null, majorDecidedAt: null, updateDueAt: null, affectedPeople: 0, affectedInstitutions: 0 },
    ...{ resolutionCode: null, resolutionText: null, breachReason: null, closesAt: null, cancellationReason: null },
  };
}

type Submitted = Pick<
  TicketRecord,
  | 'id'
  | 'institutionId'
  | 'serviceId'
  | 'groupId'
  | 'requesterId'
  | 'affectedUserId'
  | 'impact'
  | 'urgency'
  | 'priority'
  | 'source'
  | 'submittedAt'
> & { readonly category?: string | null };

/** The first event of an incident. It happened at `at`; a back-dated incident was submitted, and its clocks start, before that. */
export function submittedEvent({ ticket }: { readonly ticket: Submitted }, actorId: string | null, at: Instant): DomainEvent {
  const { institutionId, serviceId, groupId, requesterId, affectedUserId, impact, urgency, priority, source, submittedAt, category } =
    ticket;
  return {
    type: 'incidents.submitted',
    version: 1,
    subject: { type: 'ticket', id: ticket.id },
    actorId,
    payload: {
      institutionId,
      serviceId,
      groupId,
      requesterId,
      affectedUserId,
      impact,
      urgency,
      priority,
      source,
      submittedAt: formatInstant(submittedAt),
      ...(category ? { category } : {}),
    },
    at,
  };
}
