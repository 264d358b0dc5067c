import type { Attachment, Comment, HistoryEntry, Ticket } from '../data/types';

export type TimelineItem =
  | { kind: 'opening'; key: string; at: string }
  | { kind: 'comment'; key: string; at: string; comment: Comment }
  | { kind: 'file'; key: string; at: string; attachment: Attachment }
  | { kind: 'event'; key: string; at: string; entry: HistoryEntry };

/** Events that the conversation shows in another way, or that would only be noise beside the clocks. */
const hidden = new Set([
  'incidents.submitted',
  'tickets.comment-added',
  'tickets.attachment-added',
  'incidents.transition-refused',
  'changes.transition-refused',
]);
const isNoise = (type: string): boolean =>
  hidden.has(type) || (type.startsWith('sla.') && type !== 'sla.threshold-crossed') || type.startsWith('notifications.');

/** Messages, loose files and system events in one order of time; the opening message comes first. */
export function timelineOf(ticket: Ticket, comments: Comment[], files: Attachment[], history: HistoryEntry[]): TimelineItem[] {
  const bound = new Set(comments.flatMap((comment) => comment.attachments.map((file) => file.id)));
  const rest: TimelineItem[] = [
    ...comments.map((comment): TimelineItem => ({ kind: 'comment', key: `c${comment.id}`, at: comment.at, comment })),
    ...files
      .filter((file) => !bound.has(file.id))
      .map((attachment): TimelineItem => ({ kind: 'file', key: `f${attachment.id}`, at: attachment.at, attachment })),
    ...history
      .filter((entry) => !isNoise(entry.type))
      .map((entry): TimelineItem => ({ kind: 'event', key: `e${entry.id}`, at: entry.at, entry })),
  ];
  rest.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return [{ kind: 'opening', key: 'opening', at: ticket.submittedAt }, ...rest];
}
