import { stableId } from '#identity';
import { type Instant, instant, MICROS_PER_SECOND, parseInstant } from '#kernel';
import { type Month, monthOf } from './month.js';
import { cancellationOf, inOrder, NONE, textOf, type TicketEvent } from './ticket-event.js';
import { TicketTimeline } from './ticket-timeline.js';

export const LOAD_KINDS = ['arrived', 'reopened', 'resolved', 'cancelled'] as const;

/** A ticket came, came back, was resolved or was cancelled. What is open is the first two less the last two. */
export type LoadKind = (typeof LOAD_KINDS)[number];

/** One step of a ticket into or out of the work. */
export interface LoadFact {
  readonly loadId: string;
  readonly ticketId: string;
  readonly kind: LoadKind;
  readonly at: Instant;
  /** Whole hours since 1970. Riga's offset is whole hours, so that no hour lies in two of its days. */
  readonly hour: number;
  readonly month: Month;
  readonly institutionId: string;
  readonly serviceId: string;
  /** An arrival counts with the group that had the ticket first, everything else with the one that had it then. */
  readonly groupId: string;
}

const MICROS_PER_HOUR = 3_600 * MICROS_PER_SECOND;

/** The hour in which an instant lies. */
export function hourOf(at: Instant): number {
  return Math.floor(at / MICROS_PER_HOUR);
}

/** The first instant of an hour. */
export function hourStart(hour: number): Instant {
  return instant(hour * MICROS_PER_HOUR);
}

/** What each event does to a ticket, and whether the ticket is open after it. */
const STEPS: Readonly<Record<string, { readonly kind: LoadKind; readonly from: Standing; readonly to: Standing }>> = {
  'incidents.submitted': { kind: 'arrived', from: 'unknown', to: 'open' },
  'incidents.resolved': { kind: 'resolved', from: 'open', to: 'done' },
  'incidents.reopened': { kind: 'reopened', from: 'done', to: 'open' },
  'incidents.cancelled': { kind: 'cancelled', from: 'open', to: 'done' },
  'incidents.unmerged': { kind: 'reopened', from: 'done', to: 'open' },
};

type Standing = 'unknown' | 'open' | 'done';

/** Folds a ticket's events into its steps; a test ticket has none. Order and copies of the events do not matter. */
export function foldLoad(events: readonly TicketEvent[]): LoadFact[] {
  const ordered = inOrder(events);
  const end = cancellationOf(ordered);
  if (ordered.some((event) => event.type === 'incidents.cancelled' && textOf(event, 'reason') === 'test')) return [];
  const timeline = new TicketTimeline(ordered);
  const facts: LoadFact[] = [];
  let standing: Standing = 'unknown';
  for (const event of ordered) {
    const step = STEPS[event.type];
    if (step?.from === standing) {
      facts.push({ ...factOf(event, step.kind, timeline), loadId: stableId('kpis.load', event.ticketId, String(facts.length)) });
      standing = step.to;
    }
    // What is told of a ticket after its cancellation moves nothing.
    if (event === end) break;
  }
  return facts;
}

function factOf(event: TicketEvent, kind: LoadKind, timeline: TicketTimeline): Omit<LoadFact, 'loadId'> {
  const at = kind === 'arrived' ? submissionOf(event) : event.at;
  const group = kind === 'arrived' ? timeline.firstGroup : (textOf(event, 'groupId') ?? timeline.groupAt(at));
  return {
    ...{ ticketId: event.ticketId, kind, at, hour: hourOf(at), month: monthOf(at) },
    institutionId: timeline.institutionId ?? NONE,
    serviceId: timeline.serviceAt(event.at) ?? NONE,
    groupId: group ?? NONE,
  };
}

/** A call that was entered later came when it is said to have come. */
function submissionOf(event: TicketEvent): Instant {
  const told = textOf(event, 'submittedAt');
  return told ? parseInstant(told) : event.at;
}
