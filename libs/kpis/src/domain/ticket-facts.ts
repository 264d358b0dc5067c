import { type ClockContext, type ClockFact, EVENTS_ALONE, foldClocks } from './clock-fact.js';
import { changeOf, type ChangeFact, ENDLESS, type WindowEnd } from './change-fact.js';
import { foldLoad, type LoadFact } from './load-fact.js';
import { foldOpen, type OpenFact } from './open-fact.js';
import { firstResolutionOf, type FirstResolutionFact, type ResolutionFact } from './resolution-fact.js';
import { foldSatisfaction, type RatingFact } from './satisfaction-fact.js';
import { inOrder, type TicketEvent } from './ticket-event.js';
import { TicketTimeline } from './ticket-timeline.js';
import { type TimeFact, timesOf } from './time-fact.js';

/** Everything that the figures say of one ticket. */
export interface TicketFacts {
  readonly clocks: readonly ClockFact[];
  readonly times: readonly TimeFact[];
  readonly ratings: readonly RatingFact[];
  readonly resolutions: readonly ResolutionFact[];
  readonly firstResolutions: readonly FirstResolutionFact[];
  readonly open: readonly OpenFact[];
  readonly changes: readonly ChangeFact[];
  readonly load: readonly LoadFact[];
}

/** What a fold knows beside the events: of clocks, and until when an incident counts against a change. */
export interface FoldContext extends ClockContext {
  readonly windowEnd?: WindowEnd;
}

export type FactKind = keyof TicketFacts;

export const NO_FACTS: TicketFacts = {
  ...{ clocks: [], times: [], ratings: [], resolutions: [], firstResolutions: [] },
  ...{ open: [], changes: [], load: [] },
};

/** Folds a ticket's events; with `until`, as the system knew them before that instant (the freeze of a month). */
export function foldTicket(events: readonly TicketEvent[], context: FoldContext = EVENTS_ALONE): TicketFacts {
  const { until } = context;
  const known = until === undefined ? events : events.filter((event) => event.knownAt < until);
  if (known.length === 0) return NO_FACTS;
  const ordered = inOrder(known);
  const clocks = foldClocks(ordered, context).sort((a, b) => (a.clockId < b.clockId ? -1 : 1));
  const { rating, resolution } = foldSatisfaction(ordered);
  const first = firstResolutionOf(ordered, new TicketTimeline(ordered));
  const change = changeOf(ordered, context.windowEnd ?? ENDLESS);
  return {
    clocks,
    times: timesOf(clocks),
    ratings: rating ? [rating] : [],
    resolutions: resolution ? [resolution] : [],
    firstResolutions: first ? [first] : [],
    open: foldOpen(ordered),
    changes: change ? [change] : [],
    load: foldLoad(ordered),
  };
}
