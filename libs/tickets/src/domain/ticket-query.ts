import { OPEN_STATES } from './ticket.js';

/** The views of the queue, and the two of the portal. */
export const TICKET_VIEWS = ['mine', 'group', 'unassigned', 'breaching', 'all', 'requested', 'institution'] as const;

export type TicketViewName = (typeof TICKET_VIEWS)[number];

export const TICKET_SORTS = ['due', '-submitted', 'submitted', '-updated', 'priority'] as const;

export type TicketSort = (typeof TICKET_SORTS)[number];

/** Types that a queue lists; problems have a list of their own. */
export const QUEUED_TYPES = ['incident', 'change'] as const;

/** As an assignee: tickets that nobody has taken. */
export const NOBODY = 'nobody';

/** What a list is narrowed by, as a request writes it and a saved view keeps it. */
export interface TicketFilters extends Pick<
  TicketQuery,
  | 'groupId'
  | 'assigneeId'
  | 'institutionId'
  | 'serviceId'
  | 'requesterId'
  | 'category'
  | 'type'
  | 'dueBefore'
  | 'submittedFrom'
  | 'submittedTo'
  | 'q'
> {
  readonly view: TicketViewName;
  readonly state?: readonly string[] | undefined;
  readonly priority?: readonly number[] | undefined;
  readonly source?: readonly string[] | undefined;
}

/** A list as it is asked of the database. */
export interface TicketQuery {
  readonly view: TicketViewName;
  /** One state or several; empty: the view's own, `any`: all. */
  readonly states: readonly string[] | 'any' | undefined;
  readonly priorities: readonly number[];
  readonly groupId?: string | undefined;
  /** A person, or `nobody`. */
  readonly assigneeId?: string | undefined;
  readonly institutionId?: string | undefined;
  readonly serviceId?: string | undefined;
  readonly requesterId?: string | undefined;
  /** A code of the categories of incidents. */
  readonly category?: string | undefined;
  readonly type?: (typeof QUEUED_TYPES)[number] | undefined;
  readonly sources?: readonly string[] | undefined;
  /** See `ticket-days.ts`: days of Latvia, or words that move with the days. */
  readonly dueBefore?: string | undefined;
  readonly submittedFrom?: string | undefined;
  readonly submittedTo?: string | undefined;
  /** Part of the title (three characters at least), or a number. */
  readonly q?: string | undefined;
  readonly sort: TicketSort;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Views that hold finished tickets too, unless a state is named. */
const ANY_BY_DEFAULT: ReadonlySet<string> = new Set(['requested', 'institution']);

const isOpenState = (state: string): boolean => (OPEN_STATES as readonly string[]).includes(state);

/** Does a list hold open tickets alone? Those are few, and have indexes of their own. */
export function holdsOpenOnly({ view, states, type }: Pick<TicketQuery, 'view' | 'states' | 'type'>): boolean {
  if (states === 'any') return false;
  if (states === undefined || states.length === 0) return !ANY_BY_DEFAULT.has(view) && type !== 'change';
  return states.every(isOpenState);
}

/** May a list hold open tickets at all? */
export function mayHoldOpen({ states }: Pick<TicketQuery, 'states'>): boolean {
  return states === undefined || states === 'any' || states.length === 0 || states.some(isOpenState);
}

/** The order that a list has where none is asked for: what is due next, or the newest where finished ones are among them. */
export function ownSort(query: Pick<TicketQuery, 'view' | 'states' | 'type'>): TicketSort {
  return holdsOpenOnly(query) ? 'due' : '-submitted';
}

/** The list that filters mean, in the order that is asked for or else in its own. */
export function queryOf(
  { state, priority = [], source, ...rest }: TicketFilters,
  page: { readonly sort?: TicketSort | null | undefined; readonly cursor?: string | undefined; readonly limit: number },
): TicketQuery {
  const states: TicketQuery['states'] = state?.includes('any') ? 'any' : state;
  const query = { ...rest, states, priorities: priority, sources: source, ...page };
  // Only what is open has a deadline: the others have no order by it.
  const undated = page.sort === 'due' && !mayHoldOpen(query);
  return { ...query, sort: undated ? '-submitted' : (page.sort ?? ownSort(query)) };
}

/** A deadline so near is "about to breach"; missed ones belong to it. */
export const BREACHING_WITHIN = `interval '2 hours'`;

const FULL_NUMBER = /^[a-z]{3}-\d{4}-\d{1,9}$/i;
const SHORT_NUMBER = /^\d{1,6}$/;
const YEARS_BACK = 15;

/** The ticket numbers that a text may mean: one whole, or the last digits of one of the last years. */
export function numbersMeant(q: string, year: number, prefix = 'INC'): string[] {
  if (FULL_NUMBER.test(q)) return [q.toUpperCase()];
  if (!SHORT_NUMBER.test(q)) return [];
  return Array.from({ length: YEARS_BACK }, (_, back) => `${prefix}-${year - back}-${q.padStart(6, '0')}`);
}

/** A text as a pattern of LIKE that finds it anywhere; undefined where it is too short for the index of words. */
export function titlePattern(q: string): string | undefined {
  return q.length >= 3 ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : undefined;
}
