import { type DomainEvent, instant, type Instant, MICROS_PER_SECOND } from '#kernel';
import { fieldRefused } from './incident-errors.js';
import type { SecurityReport } from './incident-words.js';

/** DOMAIN 4.5: a P1 is told of every half an hour. */
export const UPDATE_SECONDS = 30 * 60;

/** So far may the awareness of a security incident lie back: as long as the law gives for the notification. */
export const AWARENESS_MICROS = 72 * 3600 * MICROS_PER_SECOND;

/** Where it is kept when each report was sent. */
export const REPORT_FIELDS = {
  warning: 'warningSentAt',
  notification: 'notificationSentAt',
  final: 'finalReportSentAt',
} as const satisfies Record<SecurityReport, string>;

/** What somebody says has happened has happened. Throws 422 for the field. */
export function requireTold(at: Instant, now: Instant, field: string): void {
  if (at > now) throw fieldRefused('incidents.instant-in-future', field);
}

/** What is told by hand is kept to the second: nobody means more. */
export function toTheSecond(at: Instant): Instant {
  return instant(at - (at % MICROS_PER_SECOND));
}

/** The system's proposal to treat a P1 as a major incident. */
export function majorProposed(ticketId: string, at: Instant): DomainEvent {
  return { type: 'incidents.major-proposed', version: 1, subject: { type: 'ticket', id: ticketId }, actorId: null, payload: {}, at };
}
