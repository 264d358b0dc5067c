/** What can be found. */
export const SEARCH_KINDS = ['incident', 'change', 'problem', 'person', 'service', 'item', 'known_error'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Kinds that are tickets. */
export const TICKET_KINDS = ['incident', 'change', 'problem'] as const;
export type TicketSearchKind = (typeof TICKET_KINDS)[number];

export const SEARCH_SORTS = ['best', 'newest'] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];

export const SEARCH_STATES = ['any', 'open'] as const;
export type SearchState = (typeof SEARCH_STATES)[number];

/** States of tickets with which nothing is to be done any more. */
export const OVER_STATES = ['resolved', 'closed', 'cancelled', 'rejected'] as const;
