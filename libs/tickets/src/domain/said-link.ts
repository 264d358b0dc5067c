import { DomainError, fieldRefused } from '#kernel';
import { isOpen, type TicketRecord } from './ticket.js';

/** What people say of two tickets; the other kinds of link come with what makes them. */
export const SAID_LINKS = ['related', 'caused_by', 'child_of'] as const;

export type SaidLink = (typeof SAID_LINKS)[number];

/** Which of them are taken back by hand. What a change has caused is in the figures of the change, and a link made in haste is answered there. */
export const UNSAID_LINKS = ['related', 'child_of'] as const satisfies readonly SaidLink[];

export type UnsaidLink = (typeof UNSAID_LINKS)[number];

type Linked = Pick<TicketRecord, 'id' | 'type' | 'state'>;

/** What is known of the two tickets' family before they are linked. */
export interface Family {
  /** Tickets of which the new child is the parent. */
  readonly children: number;
  /** The parents that the two have. */
  readonly parentOfChild: string | null;
  readonly parentOfParent: string | null;
}

/** Throws (invalid, field `ticket`) where the two cannot belong together in this way. */
export function checkLink(kind: SaidLink, ticket: Linked, target: Linked): void {
  if (ticket.id === target.id) throw fieldRefused('tickets.link-to-itself', 'ticket');
  if (kind === 'caused_by' && (ticket.type !== 'incident' || target.type !== 'change'))
    throw fieldRefused('tickets.cause-is-a-change', 'ticket');
  if (kind !== 'child_of') return;
  if (ticket.type !== 'incident' || target.type !== 'incident') throw fieldRefused('tickets.family-of-incidents', 'ticket');
  if (!isOpen(target)) throw fieldRefused('tickets.parent-is-over', 'ticket');
  if (!isOpen(ticket)) throw new DomainError('tickets.child-is-over', {}, 'conflict');
}

/** A family has two generations: a parent is nobody's child, and a child has one parent. */
export function checkFamily({ id }: Pick<TicketRecord, 'id'>, target: Pick<TicketRecord, 'id'>, family: Family): void {
  if (family.parentOfChild === target.id) return;
  if (family.parentOfChild !== null) throw new DomainError('tickets.has-parent', { id }, 'conflict');
  if (family.children > 0) throw new DomainError('tickets.is-parent', { id }, 'conflict');
  if (family.parentOfParent !== null) throw fieldRefused('tickets.parent-is-child', 'ticket');
}
