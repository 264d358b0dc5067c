import { type Actor, scopeOf } from '#identity';
import { holdsOpenOnly, mayHoldOpen, type TicketQuery } from '../domain/ticket-query.js';
import { type Params, ticketVisibility } from '../domain/ticket-visibility.js';
import { DONE_CONDITION, OPEN_CONDITION } from '../store/ticket.schema.js';
import { branches, equalities, restOfFilters, submittedRange } from './ticket-list-filters.js';
import { keysets, orderOf, type SortKey } from './ticket-list-sort.js';

/**
 * A part of a list that is read along one index: what the index answers, the order of its entries, and what each entry is held against.
 * Without `order` it is left to the planner, which is for parts that are small by themselves.
 */
export interface Walk {
  readonly along: readonly string[];
  readonly order: string | undefined;
  readonly keep: readonly string[];
}

/** All conditions of a list, by who answers them. Every one of its parts passes `ticketVisibility`. */
export interface ListConditions {
  readonly branches: readonly string[];
  readonly equal: readonly string[];
  readonly range: readonly string[];
  readonly rest: readonly string[];
}

export function conditionsOf(actor: Actor, query: TicketQuery, params: Params): ListConditions {
  return {
    branches: branches(actor, query, params),
    equal: equalities(query, params),
    range: submittedRange(query, params),
    rest: [...restOfFilters(query, params), ticketVisibility(actor, params)],
  };
}

/** Somebody's own tickets are few: whoever sees no others, and whoever asks for one requester's, reads them all. */
function readsFew(actor: Actor, query: TicketQuery): boolean {
  const { all, userSupport, institutionIds, groupIds, byGroup } = scopeOf(actor, 'ticket.read');
  const ownOnly = !all && !userSupport && !byGroup && institutionIds.length === 0 && groupIds.length === 0;
  return ownOnly || query.view === 'requested' || query.requesterId !== undefined;
}

const either = (parts: readonly string[]): string =>
  parts.length === 1 ? (parts[0] ?? 'true') : `(${parts.map((part) => `(${part})`).join(' or ')})`;

/** By the day of submission there is an index for each equality and each branch; the first is walked, the others are held against. */
function submittedWalks(query: TicketQuery, { branches: parts, equal, range, rest }: ListConditions): Walk[] {
  const order = orderOf(query.sort);
  if (equal.length > 0) return [{ along: [...equal.slice(0, 1), ...range], order, keep: [either(parts), ...equal.slice(1), ...rest] }];
  const alone = Array.isArray(query.states) && query.states.length === 1 ? query.states[0] : undefined;
  const few = [...(query.type === 'change' ? [`t.type = 'change'`] : []), ...(alone === 'resolved' ? [`t.state = 'resolved'`] : [])].slice(
    0,
    1,
  );
  return parts.map((part) => ({ along: [part, ...(part === 'true' ? few : []), ...range], order, keep: rest }));
}

/** The other orders have one index over the open tickets and one over the rest. */
function partWalks(query: TicketQuery, { branches: parts, equal, range, rest }: ListConditions): Walk[] {
  const keep = [either(parts), ...equal, ...range, ...rest];
  const order = orderOf(query.sort);
  const due = query.sort === 'due' ? ['t.due_at is not null'] : [];
  return [
    ...(mayHoldOpen(query) ? [{ along: [`t.${OPEN_CONDITION}`, ...due], order, keep }] : []),
    { along: [`t.${DONE_CONDITION}`, ...due], order, keep },
  ];
}

/**
 * How a list is read from one place on: open tickets by the planner's choice among their partial indexes, all others along one index
 * that gives the order, so that what a page costs has a bound whatever is filtered for.
 */
export function walksOf(actor: Actor, query: TicketQuery, cursor: SortKey | undefined, params: Params): Walk[] {
  const conditions = conditionsOf(actor, query, params);
  // The groups of somebody who is in none hold nothing.
  if (conditions.branches.length === 0) return [];
  const pages = keysets(query.sort, cursor, params);
  if (holdsOpenOnly(query) || readsFew(actor, query)) {
    const { branches: parts, equal, range, rest } = conditions;
    return parts.flatMap((part) => pages.map((page) => ({ along: [part, ...equal, ...range, ...rest, page], order: undefined, keep: [] })));
  }
  if (query.sort.endsWith('submitted')) return from(submittedWalks(query, conditions), pages[0] ?? 'true');
  const walks = partWalks(query, conditions);
  if (query.sort !== 'due') return from(walks, pages[0] ?? 'true');
  const after = pages.find((page) => !page.startsWith('t.due_at is null'));
  const undated = {
    along: [pages.find((page) => page.startsWith('t.due_at is null')) ?? 't.due_at is null'],
    order: 't.id',
    keep: walks[0]?.keep ?? [],
  };
  return [...(after ? from(walks, after) : []), undated];
}

const from = (walks: readonly Walk[], page: string): Walk[] => walks.map((walk) => ({ ...walk, along: [...walk.along, page] }));
