import type { Instant, Json } from '#kernel';

/** What the figures are made from: one event of a ticket, as the log keeps it. */
export interface TicketEvent {
  /** Place in the log: the order in which things happened to a ticket. */
  readonly id: number;
  readonly at: Instant;
  /** Since when the system knows of it: when it was recorded; for history taken in from elsewhere, when it happened. */
  readonly knownAt: Instant;
  readonly ticketId: string;
  readonly type: string;
  readonly payload: { readonly [key: string]: Json | undefined };
}

/** Events that a figure depends on; the log holds others, which change no figure. */
export const FIGURE_EVENTS: readonly string[] = [
  'incidents.submitted',
  'incidents.assigned',
  'incidents.accepted',
  'incidents.put-on-hold',
  'incidents.resolved',
  'incidents.reopened',
  'incidents.cancelled',
  'incidents.unmerged',
  'incidents.priority-changed',
  'incidents.service-changed',
  'tickets.comment-added',
  'sla.clock-started',
  'sla.clock-paused',
  'sla.clock-resumed',
  'sla.clock-stopped',
  'sla.clock-reopened',
  'sla.clock-cancelled',
  'sla.clock-decided',
  'sla.clock-withdrawn',
  'sla.clock-retargeted',
  'sla.relaxation-confirmed',
  'sla.breach-voided',
  'sla.pause-corrected',
  'ratings.rated',
  'ratings.changed',
  'changes.drafted',
  'changes.submitted',
  'changes.conflict-overridden',
  'changes.finished',
];

/** Those that can move a figure by themselves; the rest only add to what is read when one of these comes. */
export const FIGURE_TRIGGERS: readonly string[] = [
  'incidents.submitted',
  'incidents.assigned',
  'incidents.priority-changed',
  'incidents.service-changed',
  'incidents.resolved',
  'incidents.reopened',
  'incidents.cancelled',
  'incidents.unmerged',
  'sla.clock-paused',
  'sla.clock-resumed',
  'sla.clock-stopped',
  'sla.clock-reopened',
  'sla.clock-cancelled',
  'sla.clock-decided',
  'sla.clock-withdrawn',
  'sla.clock-retargeted',
  'sla.relaxation-confirmed',
  'sla.breach-voided',
  'sla.pause-corrected',
  'ratings.rated',
  'ratings.changed',
  'changes.finished',
  'tickets.linked',
];

/** The reaction that keeps the figures up to date; what of it is pending is not counted yet. */
export const REFRESH_REACTION = 'kpis.refresh-facts';

/** A key that stands for "none", so that cells can have it in their primary key. */
export const NONE = '00000000-0000-0000-0000-000000000000';

/** A text of the payload, or null. */
export function textOf(event: TicketEvent, key: string): string | null {
  const value = event.payload[key];
  return typeof value === 'string' ? value : null;
}

/** A number of the payload, or null. */
export function numberOf(event: TicketEvent, key: string): number | null {
  const value = event.payload[key];
  return typeof value === 'number' ? value : null;
}

/** The event by which an agent, or the system, gave the ticket to another group or from one person to another. */
export function handsOn({ type, payload }: TicketEvent): boolean {
  if (type !== 'incidents.assigned') return false;
  const { hop, fromGroupId, groupId, fromAssigneeId, assigneeId } = payload;
  const moved = (from: unknown, to: unknown): boolean => typeof from === 'string' && from !== to;
  return hop === true || moved(fromGroupId, groupId) || moved(fromAssigneeId, assigneeId);
}

/** The cancellation that ended a ticket; undefined where there is none, or where it was a merge that was taken back. */
export function cancellationOf(ordered: readonly TicketEvent[]): TicketEvent | undefined {
  const takenBack = ordered.findLastIndex(({ type }) => type === 'incidents.unmerged');
  return ordered.find(({ type }, at) => type === 'incidents.cancelled' && at > takenBack);
}

/** The events in the order of the log, each once: a fold gives the same whatever order or number of copies they came in. */
export function inOrder(events: readonly TicketEvent[]): TicketEvent[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return [...byId.values()].sort((a, b) => a.id - b.id);
}
