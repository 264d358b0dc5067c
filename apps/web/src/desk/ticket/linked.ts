import type { TicketLink } from './together-queries';

const together = new Set(['child_of', 'duplicate_of', 'follow_up', 'related']);
const ofKind = (link: TicketLink, prefix: string): boolean => link.ticket.number.startsWith(prefix);

/** The incidents that belong to a ticket. */
export const linkedIncidents = (links: readonly TicketLink[]): TicketLink[] =>
  links.filter((link) => together.has(link.kind) && ofKind(link, 'INC'));

/** The problems that a ticket comes from. */
export const linkedProblems = (links: readonly TicketLink[]): TicketLink[] =>
  links.filter((link) => link.kind === 'caused_by' && link.direction === 'out' && ofKind(link, 'PRB'));

/** The changes that are to solve a ticket, or that caused it. */
export const linkedChanges = (links: readonly TicketLink[]): (TicketLink & { kind: 'resolved_by' | 'caused_by' })[] =>
  links.flatMap((link) => {
    const { kind } = link;
    if (kind !== 'resolved_by' && kind !== 'caused_by') return [];
    return link.direction === 'out' && ofKind(link, 'CHG') ? [{ ...link, kind }] : [];
  });
