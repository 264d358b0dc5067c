import type { Attachment, ClockExplanation, Comment } from '../../shared/api/api-types';
import type { TicketView } from '../data/ticket-view';

export interface Message {
  kind: 'message';
  id: string;
  authorId: string | null;
  author: string;
  staff: boolean;
  at: string;
  body: string;
  attachments: Attachment[];
  /** Whether this is what the resolution says. */
  resolution: boolean;
  /** The number of the duplicate on which it was said, where that is another ticket. */
  saidOn: string | null;
}

/** A time that we spent waiting and that does not count; `to` is null while it lasts. */
export interface Pause {
  kind: 'pause';
  id: string;
  at: string;
  to: string | null;
  awaitsRequester: boolean;
}
export type Entry = Message | Pause;

/** The waits of a clock, read from its ledger. */
export function pausesOf(clock: ClockExplanation | null): Pause[] {
  const pauses: Pause[] = [];
  for (const step of clock?.ledger ?? []) {
    const last = pauses.at(-1);
    if (/paused$/.test(step.type)) {
      const awaitsRequester = !step.reason || step.reason.includes('awaiting_requester');
      pauses.push({ kind: 'pause', id: `pause ${step.at}`, at: step.at, to: null, awaitsRequester });
    } else if (last && last.to === null && /(resumed|stopped|cancelled)$/.test(step.type)) last.to = step.at;
  }
  return pauses;
}

const fromComment = (comment: Comment): Message => ({
  kind: 'message',
  id: comment.id,
  authorId: comment.author.id,
  author: comment.author.name,
  staff: comment.author.staff,
  at: comment.at,
  body: comment.body,
  attachments: comment.attachments,
  resolution: comment.kind === 'resolution',
  saidOn: comment.from?.number ?? null,
});

function opening(view: TicketView): Message {
  const { ticket } = view;
  const inComments = new Set(view.comments.flatMap((comment) => comment.attachments.map((file) => file.id)));
  return {
    kind: 'message',
    id: 'description',
    authorId: ticket.requester.id,
    author: ticket.requester.name,
    staff: false,
    at: ticket.submittedAt,
    body: ticket.description,
    attachments: view.attachments.filter((file) => !inComments.has(file.id)),
    resolution: false,
    saidOn: null,
  };
}

function resolution(view: TicketView): Message[] {
  const found = view.ticket.resolution;
  if (!found?.text) return [];
  // An earlier resolution stays among the comments after a reopening; the latest one stands on the ticket.
  const said = view.comments.some((comment) => comment.kind === 'resolution' && Date.parse(comment.at) >= Date.parse(found.at));
  if (said) return [];
  const message: Message = {
    kind: 'message',
    id: 'resolution',
    authorId: found.by?.id ?? null,
    author: found.by?.name ?? '',
    staff: true,
    at: found.at,
    body: found.text,
    attachments: [],
    resolution: true,
    saidOn: null,
  };
  return [message];
}

/** The conversation from the first word to the last, with the waits where they happened. */
export function timelineOf(view: TicketView, clock: ClockExplanation | null): Entry[] {
  const entries: Entry[] = [opening(view), ...view.comments.map(fromComment), ...pausesOf(clock), ...resolution(view)];
  return entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
