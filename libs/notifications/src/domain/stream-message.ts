import type { RecordedEvent } from '#kernel';

/** What the stream tells a browser. The browser asks the API for the news itself: a message holds no text. */
export type StreamMessage =
  | {
      readonly event: 'ticket';
      readonly data: { readonly id: string; readonly number: string; readonly version: number; readonly change: string };
    }
  | { readonly event: 'notice'; readonly data: { readonly id: string } }
  | { readonly event: 'counts'; readonly data: Readonly<Record<string, never>> }
  /** Somebody began or ceased to type on a ticket. */
  | { readonly event: 'presence'; readonly data: { readonly id: string } }
  /** Messages may have been missed: read everything anew. */
  | { readonly event: 'resync'; readonly data: Readonly<Record<string, never>> };

/** The event by which this module tells of the notices that it wrote. */
export const PEOPLE_TOLD = 'notifications.people-told';

/** Is this event about a ticket and worth a message? Imported history never is. */
export function isTicketNews(event: RecordedEvent): boolean {
  return !event.imported && event.subject.type === 'ticket';
}

/** The notice that an event of ours holds for a person, or undefined. */
export function noticeFor(event: RecordedEvent, userId: string): string | undefined {
  const recipients = event.payload['recipients'];
  if (event.type !== PEOPLE_TOLD || typeof recipients !== 'object' || recipients === null || Array.isArray(recipients)) return undefined;
  const noticeId = (recipients as Readonly<Record<string, unknown>>)[userId];
  return typeof noticeId === 'string' ? noticeId : undefined;
}

/** One server-sent event as it goes over the wire; `id` (of the event log) is what a browser sends back as Last-Event-ID. */
export function frame(message: StreamMessage, id?: number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${message.event}\ndata: ${JSON.stringify(message.data)}\n\n`;
}
