/** The saved views of the queue, and the two of the portal. */
export const TICKET_VIEWS = ['mine', 'group', 'unassigned', 'breaching', 'all', 'requested', 'institution'] as const;

export type TicketViewName = (typeof TICKET_VIEWS)[number];

export const TICKET_SORTS = ['due', '-submitted', 'submitted', '-updated', 'priority'] as const;

export type TicketSort = (typeof TICKET_SORTS)[number];

export interface TicketQuery {
  readonly view: TicketViewName;
  /** One state or several; empty: the view's own, `any`: all. */
  readonly states: readonly string[] | 'any' | undefined;
  readonly priorities: readonly number[];
  readonly groupId?: string | undefined;
  readonly assigneeId?: string | undefined;
  readonly institutionId?: string | undefined;
  readonly serviceId?: string | undefined;
  readonly requesterId?: string | undefined;
  /** Part of the title (three characters at least), or a number. */
  readonly q?: string | undefined;
  readonly sort: TicketSort;
  readonly cursor?: string | undefined;
  readonly limit: number;
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
