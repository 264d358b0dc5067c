import { type Actor, type Scope, scopeOf } from '#identity';
import { DomainError } from '#kernel';
import { isPersonOf, type TicketRecord } from './ticket.js';

/** What only the database knows of a ticket and an actor. */
export interface TicketTies {
  readonly watcher: boolean;
  /** Groups that the ticket left within the last 30 days. */
  readonly pastGroupIds: readonly string[];
}

/** What an actor is to one ticket: the ground of every permission and of every ability (DOMAIN 9). */
export interface TicketStanding {
  /** Requester or affected user. */
  readonly person: boolean;
  /** Person or watcher, and holding the right to tickets of his own. */
  readonly own: boolean;
  /** Reads it in the course of his work, and so internal notes too. */
  readonly staff: boolean;
  /** May work on it: assign, accept, hold, resolve. */
  readonly works: boolean;
  readonly assignee: boolean;
}

type Placed = Pick<TicketRecord, 'requesterId' | 'affectedUserId' | 'createdById' | 'groupId' | 'assigneeId' | 'restricted'>;

/** Does a scope given by group or over all reach the ticket? What is one's own counts only where one entered it for another. */
function reaches(scope: Scope, actor: Actor, ticket: Placed, ties: TicketTies, person: boolean): boolean {
  if (scope.all || scope.userSupport) return true;
  const inGroup = (id: string | null): boolean => id !== null && scope.groupIds.includes(id);
  if (inGroup(ticket.groupId) || ties.pastGroupIds.some(inGroup)) return true;
  return scope.byGroup && (ticket.assigneeId === actor.id || ((ticket.createdById === actor.id || ties.watcher) && !person));
}

/** Says what the actor is to the ticket. Whether he may see it at all, `ticketVisibility` says. */
export function standingOf(actor: Actor, ticket: Placed, ties: TicketTies): TicketStanding {
  const read = scopeOf(actor, 'ticket.read');
  const person = isPersonOf(ticket, actor.id);
  const assignee = ticket.assigneeId === actor.id;
  const named = scopeOf(actor, 'ticket.read-restricted').named && (assignee || ties.watcher);
  const open = !ticket.restricted || named;
  return {
    person,
    own: read.own && (person || ties.watcher),
    staff: open && reaches(read, actor, ticket, ties, person),
    works: open && reaches(scopeOf(actor, 'ticket.work'), actor, ticket, ties, person),
    assignee,
  };
}

/** The refusal for what one may read but not do. */
export function notAllowed(action: string): DomainError {
  return new DomainError('tickets.not-allowed', { action }, 'forbidden');
}
