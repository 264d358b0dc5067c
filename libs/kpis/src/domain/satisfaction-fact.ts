import type { Instant } from '#kernel';
import { type Month, monthOf } from './month.js';
import { resolutionOf, type ResolutionFact, standingResolution } from './resolution-fact.js';
import { inOrder, NONE, numberOf, textOf, type TicketEvent } from './ticket-event.js';
import { TicketTimeline } from './ticket-timeline.js';

/** The effective rating of a ticket: the one of its latest cycle (DOMAIN 2.2). */
export interface RatingFact {
  readonly ticketId: string;
  readonly ratingId: string;
  readonly raterId: string;
  /** 1 bad, 2 satisfactory, 3 good. */
  readonly value: number;
  /** When it was given; a change within 72 hours does not move it into another month. */
  readonly ratedAt: Instant;
  readonly month: Month;
  readonly institutionId: string;
  readonly serviceId: string;
  /** The last group that resolved the ticket. */
  readonly groupId: string;
}

interface Rating {
  readonly first: TicketEvent;
  readonly latest: TicketEvent;
}

/**
 * Folds a ticket's events into what KPI-02 says of it. Ratings by the resolver himself, of cancelled, test and monitoring tickets
 * are no facts at all.
 */
export function foldSatisfaction(events: readonly TicketEvent[]): { rating: RatingFact | null; resolution: ResolutionFact | null } {
  const ordered = inOrder(events);
  const timeline = new TicketTimeline(ordered);
  if (timeline.cancelled || timeline.source === 'monitoring') return { rating: null, resolution: null };
  let cycle = 1;
  const ratings = new Map<number, Rating>();
  for (const event of ordered) {
    if (event.type === 'incidents.reopened') {
      cycle += 1;
    } else if (event.type === 'ratings.rated' || event.type === 'ratings.changed') {
      // By the cycle that it was given for: a click that raced with the reopening stays in the old one.
      const given = numberOf(event, 'cycle') ?? cycle;
      ratings.set(given, { first: ratings.get(given)?.first ?? event, latest: event });
    }
  }
  const rating = ratings.get(cycle);
  const fact = rating ? ratingFact(rating, standingResolution(ordered), timeline) : null;
  return { rating: fact, resolution: resolutionOf(ordered, timeline, fact !== null) };
}

function ratingFact({ first, latest }: Rating, resolution: TicketEvent | null, timeline: TicketTimeline): RatingFact | null {
  const value = numberOf(latest, 'value');
  const raterId = textOf(latest, 'raterId');
  const ratingId = textOf(latest, 'ratingId');
  const resolverId = resolution && textOf(resolution, 'assigneeId');
  if (value === null || raterId === null || ratingId === null || raterId === resolverId || raterId === textOf(latest, 'resolverId'))
    return null;
  return {
    ticketId: latest.ticketId,
    ratingId,
    raterId,
    value,
    ratedAt: first.at,
    month: monthOf(first.at),
    institutionId: textOf(latest, 'institutionId') ?? timeline.institutionId ?? NONE,
    serviceId: textOf(latest, 'serviceId') ?? timeline.serviceAt(first.at) ?? NONE,
    groupId: (resolution && (textOf(resolution, 'groupId') ?? timeline.groupAt(resolution.at))) ?? textOf(latest, 'groupId') ?? NONE,
  };
}
