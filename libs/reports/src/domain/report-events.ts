import type { DomainEvent, Json } from '#kernel';

export type ReportHappening = 'registered' | 'changed' | 'published' | 'withdrawn' | 'kept' | 'subscribed' | 'unsubscribed' | 'delivered';

/** `reports.<happening>` of a report: ids and facts. */
export function reportEvent(
  what: ReportHappening,
  reportId: string,
  actorId: string | null,
  payload: { readonly [key: string]: Json } = {},
): DomainEvent {
  return { type: `reports.${what}`, version: 1, subject: { type: 'report', id: reportId }, actorId, payload };
}
