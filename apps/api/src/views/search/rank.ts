import type { Instant } from '#kernel';
import { OVER_STATES } from '#search';
import type { FoundTicket } from './found-sql.js';

const DAY_MICROS = 86_400 * 1_000_000;
const OVER: ReadonlySet<string> = new Set(OVER_STATES);

/** The better a ticket fits the higher: words in its title weigh most, then whether it is open, then how young it is. */
export function worthOf(ticket: FoundTicket, words: number, now: Instant): number {
  const inTitle = words === 0 ? 0 : ticket.inTitle / words;
  const days = Math.max(0, now - ticket.submittedAt) / DAY_MICROS;
  return 4 * inTitle + (OVER.has(ticket.state) ? 0 : 1) + 2 / (1 + days / 30);
}

/** The best first; those of equal worth as they came, newest first. */
export function bestFirst(tickets: readonly FoundTicket[], words: number, now: Instant): FoundTicket[] {
  return tickets
    .map((ticket) => ({ ticket, worth: worthOf(ticket, words, now) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ ticket }) => ticket);
}
