import type { Instant } from '#kernel';
import { type Month, monthOf } from './month.js';
import { handsOn, NONE, textOf, type TicketEvent } from './ticket-event.js';
import type { TicketTimeline } from './ticket-timeline.js';

interface Resolved {
  readonly ticketId: string;
  readonly resolvedAt: Instant;
  readonly month: Month;
  readonly institutionId: string;
  readonly serviceId: string;
  /** The group that resolved it. */
  readonly groupId: string;
}

/** A ticket that stands resolved: what the response rate and first-contact resolution are measured against (KPI-02, KPI-04). */
export interface ResolutionFact extends Resolved {
  readonly rated: boolean;
  /** Resolved by the first contact (DOMAIN 5, KPI-04). */
  readonly firstContact: boolean;
}

/** The first time that a ticket was resolved, and whether it was reopened since (KPI-08). */
export interface FirstResolutionFact extends Resolved {
  readonly reopened: boolean;
}

/** More public messages of staff than this before the resolution, and it took more than one contact. */
const MESSAGES = 1;

/** The resolution that stands, or null while the ticket is open; `events` in the order of the log. */
export function standingResolution(events: readonly TicketEvent[]): TicketEvent | null {
  let standing: TicketEvent | null = null;
  for (const event of events) {
    if (event.type === 'incidents.resolved') standing = event;
    else if (event.type === 'incidents.reopened') standing = null;
  }
  return standing;
}

/** Eligible for KPI-04 is what stands resolved and did not come from monitoring, nor was cancelled or a test. */
export function resolutionOf(events: readonly TicketEvent[], timeline: TicketTimeline, rated: boolean): ResolutionFact | null {
  const standing = standingResolution(events);
  if (!standing || timeline.cancelled || timeline.source === 'monitoring') return null;
  const resolved = resolvedBy(standing, timeline);
  return { ...resolved, rated, firstContact: isFirstContact(events, standing, resolved.groupId, timeline) };
}

/** Counted whatever came of the ticket later, but for tests: who could cancel a reopened ticket away could improve the figure. */
export function firstResolutionOf(events: readonly TicketEvent[], timeline: TicketTimeline): FirstResolutionFact | null {
  const at = events.findIndex(({ type }) => type === 'incidents.resolved');
  if (at < 0 || timeline.cancelled?.reason === 'test') return null;
  const reopened = events.slice(at + 1).some(({ type }) => type === 'incidents.reopened');
  return { ...resolvedBy(events[at]!, timeline), reopened };
}

/** DOMAIN 5, KPI-04: by the first group, never handed on, never on hold, one public message of staff at most, never reopened. */
function isFirstContact(events: readonly TicketEvent[], standing: TicketEvent, groupId: string, timeline: TicketTimeline): boolean {
  if (groupId !== timeline.firstGroup) return false;
  const before = events.filter(({ id }) => id < standing.id);
  const spoiled = before.some((event) => handsOn(event) || SPOILERS.includes(event.type));
  return !spoiled && before.filter(isStaffMessage).length <= MESSAGES;
}

const SPOILERS: readonly string[] = ['incidents.put-on-hold', 'incidents.reopened'];

function isStaffMessage({ type, payload }: TicketEvent): boolean {
  return type === 'tickets.comment-added' && payload['byStaff'] === true && payload['visibility'] === 'public';
}

function resolvedBy(event: TicketEvent, timeline: TicketTimeline): Resolved {
  return {
    ticketId: event.ticketId,
    resolvedAt: event.at,
    month: monthOf(event.at),
    institutionId: timeline.institutionId ?? NONE,
    serviceId: timeline.serviceAt(event.at) ?? NONE,
    groupId: textOf(event, 'groupId') ?? timeline.groupAt(event.at) ?? NONE,
  };
}
