import type { Attachment, ClockExplanation, Comment, Ticket } from '../../shared/api/api-types';
import { attachments, clocks, comments, ticket } from './ticket-calls';

/** Everything that a ticket's page shows. */
export interface TicketView {
  ticket: Ticket;
  clocks: ClockExplanation[];
  comments: Comment[];
  /** All files of the ticket, those of its messages among them. */
  attachments: Attachment[];
}

/** Reads a ticket by number or id, then its parts side by side. */
export async function readTicketView(idOrNumber: string, signal?: AbortSignal): Promise<TicketView> {
  const found = await ticket(idOrNumber, signal);
  const [clockList, commentList, fileList] = await Promise.all([
    clocks(found.id, signal),
    comments(found.id, signal),
    attachments(found.id, signal),
  ]);
  return { ticket: found, clocks: clockList, comments: commentList, attachments: fileList };
}

/** The clock of the promise to solve: the latest cycle that was not cancelled. */
export const resolutionClock = (view: TicketView): ClockExplanation | null =>
  view.clocks.filter((clock) => clock.kind === 'resolution').sort((a, b) => b.cycle - a.cycle)[0] ?? null;

/** The clock of the promise to answer: the first one given. */
export const responseClock = (view: TicketView): ClockExplanation | null =>
  view.clocks.filter((clock) => clock.kind === 'response').sort((a, b) => a.cycle - b.cycle)[0] ?? null;
