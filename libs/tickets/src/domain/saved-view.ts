import { type Actor, leads, memberOf } from '#identity';
import { DomainError, fieldRefused } from '#kernel';
import type { TicketFilters } from './ticket-query.js';

/** What a list may show beside the subject, in the order of a person's choice. */
export const VIEW_COLUMNS = [
  'requester',
  'institution',
  'service',
  'category',
  'group',
  'assignee',
  'source',
  'submitted',
  'updated',
] as const;

export type ViewColumn = (typeof VIEW_COLUMNS)[number];

/** So many views a person keeps at most. */
export const VIEWS_OF_ONE = 50;

/** Filters, order and columns under a name; a person's own, or shared with a group of his. */
export interface SavedView {
  readonly id: string;
  readonly ownerId: string;
  /** The group that sees it too; null where nobody else does. */
  readonly groupId: string | null;
  readonly name: string;
  readonly filters: TicketFilters;
  readonly sort: string | null;
  readonly columns: readonly ViewColumn[];
  /** Its place among its owner's views, from 0. */
  readonly position: number;
}

/** What its owner decides about a view. */
export type ViewTerms = Pick<SavedView, 'groupId' | 'name' | 'filters' | 'sort' | 'columns'>;

/** Its owner changes a view; one that is shared also the lead of the group. */
export function mayChangeView(actor: Actor, { ownerId, groupId }: Pick<SavedView, 'ownerId' | 'groupId'>): boolean {
  return ownerId === actor.id || leads(actor, groupId);
}

/** Refuses (403) a change of a view that is shared with the actor, but not his. */
export function requireOwnView(actor: Actor, view: Pick<SavedView, 'ownerId' | 'groupId'>): void {
  if (!mayChangeView(actor, view)) throw new DomainError('tickets.view-not-yours', {}, 'forbidden');
}

/** Refuses (422) sharing with a group that is not the actor's. A view that the group has already may keep it. */
export function requireOwnGroup(actor: Actor, groupId: string | null, before: string | null = null): void {
  if (groupId !== null && groupId !== before && !memberOf(actor, groupId)) throw fieldRefused('tickets.not-your-group', 'groupId');
}
