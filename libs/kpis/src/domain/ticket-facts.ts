import { type ClockContext, type ClockFact, EVENTS_ALONE, foldClocks } from './clock-fact.js';
import { foldSatisfaction, type RatingFact, type ResolutionFact } from './satisfaction-fact.js';
import type { TicketEvent } from './ticket-event.js';

/** Everything that the figures say of one ticket. */
export interface TicketFacts {
  readonly clocks: readonly ClockFact[];
  readonly ratings: readonly RatingFact[];
  readonly resolutions: readonly ResolutionFact[];
}

export const NO_FACTS: TicketFacts = { clocks: [], ratings: [], resolutions: [] };

/** Folds a ticket's events; with `until`, as the system knew them before that instant (the freeze of a month). */
export function foldTicket(events: readonly TicketEvent[], context: ClockContext = EVENTS_ALONE): TicketFacts {
  const { until } = context;
  const known = until === undefined ? events : events.filter((event) => event.knownAt < until);
  if (known.length === 0) return NO_FACTS;
  const { rating, resolution } = foldSatisfaction(known);
  return {
    clocks: foldClocks(known, context).sort((a, b) => (a.clockId < b.clockId ? -1 : 1)),
    ratings: rating ? [rating] : [],
    resolutions: resolution ? [resolution] : [],
  };
}
