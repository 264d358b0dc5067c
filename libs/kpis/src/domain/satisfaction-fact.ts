import type { Instant } from '#kernel';
import { type Month, monthOf } from './month.js';
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

/** A ticket that stands resolved: what the response rate is measured against. */
export interface ResolutionFact {
  readonly ticketId: string;
  readonly resolvedAt: Instant;
  /** The month of the resolution that stands. */
  readonly month: Month;
  readonly rated: boolean;
  readonly institutionId: string;
  readonly serviceId: string;
  readonly groupId: string;
}

interface Resolution {
  readonly at: Instant;
  readonly groupId: string | null;
  readonly resolverId: string | null;
}

interface Rating {
  readonly first: TicketEvent;
  readonly latest: TicketEvent;
}

/**
 * Folds a ticket's events into its effective rating and its standing resolution (KPI-02). A reopening starts a new cycle: what
 * was rated before it stays in the history, out of the figures. Cancelled, test and monitoring tickets and ratings of one's
 * own work are no facts at all.
 */
export function foldSatisfaction(events: readonly TicketEvent[]): { rating: RatingFact | null; resolution: ResolutionFact | null } {
  const ordered = inOrder(events);
  const timeline = new TicketTimeline(ordered);
  let resolution = null as Resolution | null;
  let cycle = 1;
  const ratings = new Map<number, Rating>();
  for (const event of ordered) {
    if (event.type === 'incidents.resolved') {
      resolution = {
        at: event.at,
        groupId: textOf(event, 'groupId') ?? timeline.groupAt(event.at),
        resolverId: textOf(event, 'assigneeId'),
      };
    } else if (event.type === 'incidents.reopened') {
      resolution = null;
      cycle += 1;
    } else if (event.type === 'ratings.rated' || event.type === 'ratings.changed') {
      // By the cycle that it was given for: a click that raced with the reopening stays in the old one.
      const given = numberOf(event, 'cycle') ?? cycle;
      ratings.set(given, { first: ratings.get(given)?.first ?? event, latest: event });
    }
  }
  const rating = ratings.get(cycle);
  if (timeline.cancelled || timeline.source === 'monitoring') return { rating: null, resolution: null };
  const fact = rating ? ratingFact(rating, resolution, timeline) : null;
  return { rating: fact, resolution: resolution && resolutionFact(ordered[0]!.ticketId, resolution, fact !== null, timeline) };
}

function ratingFact({ first, latest }: Rating, resolution: Resolution | null, timeline: TicketTimeline): RatingFact | null {
  const value = numberOf(latest, 'value');
  const raterId = textOf(latest, 'raterId');
  const ratingId = textOf(latest, 'ratingId');
  if (
    value === null ||
    raterId === null ||
    ratingId === null ||
    raterId === resolution?.resolverId ||
    raterId === textOf(latest, 'resolverId')
  )
    return null;
  return {
    ticketId: latest.ticketId,
    ratingId,
    raterId,
    value,
    ratedAt: first.at,
    month: monthOf(first.at),
    institutionId: textOf(latest, 'institutionId') ?? timeline.institutionId ?? NONE,
    serviceId: textOf(latest, 'serviceId') ?? timeline.serviceId ?? NONE,
    groupId: resolution?.groupId ?? textOf(latest, 'groupId') ?? NONE,
  };
}

function resolutionFact(ticketId: string, resolution: Resolution, rated: boolean, timeline: TicketTimeline): ResolutionFact {
  return {
    ticketId,
    resolvedAt: resolution.at,
    month: monthOf(resolution.at),
    rated,
    institutionId: timeline.institutionId ?? NONE,
    serviceId: timeline.serviceId ?? NONE,
    groupId: resolution.groupId ?? NONE,
  };
}
