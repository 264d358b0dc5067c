import { type Instant, instant, MICROS_PER_SECOND, parseInstant } from '#kernel';
import { type Month, monthOf } from './month.js';
import { NONE, textOf, type TicketEvent } from './ticket-event.js';

/** What the figures say of a change that was implemented, whatever came of it (DOMAIN 5, KPI-10 and KPI-11). */
export interface ChangeFact {
  readonly ticketId: string;
  readonly kind: string;
  readonly outcome: string;
  /** The actual end, by whose month it counts. */
  readonly endedAt: Instant;
  readonly month: Month;
  readonly institutionId: string;
  readonly serviceId: string;
  readonly groupId: string;
  /** Its outcome was successful, and no incident was linked as caused by it until the window had passed. */
  readonly successful: boolean;
  /** Incidents linked as caused by it, whenever. */
  readonly incidents: number;
  /** It was scheduled against a blocking conflict that somebody overrode. */
  readonly conflict: boolean;
  /** From its submission, or its draft where it needs none, to its actual end; by the wall clock. */
  readonly leadSeconds: number;
}

/** An incident was linked to the change as caused by it; the event itself is the incident's. */
export const INCIDENT_LINKED = 'kpis.incident-linked';
/** An incident that was linked so was cancelled: it was none. */
export const INCIDENT_CANCELLED = 'kpis.incident-cancelled';

/** When the window after the end of a change has passed in which an incident counts against its success. */
export type WindowEnd = (endedAt: Instant) => Instant;

/** `events` in the order of the log; null while the change is not implemented. A rejected or cancelled one never is. */
export function changeOf(events: readonly TicketEvent[], windowEnd: WindowEnd): ChangeFact | null {
  const finished = events.findLast(({ type }) => type === 'changes.finished');
  if (!finished) return null;
  const told = textOf(finished, 'actualTo');
  const endedAt = told === null ? finished.at : parseInstant(told);
  const links = incidentsOf(events);
  const outcome = textOf(finished, 'outcome') ?? '';
  const begun = events.find(({ type }) => type === 'changes.submitted') ?? events.find(({ type }) => type === 'changes.drafted');
  return {
    ticketId: finished.ticketId,
    kind: textOf(finished, 'kind') ?? '',
    outcome,
    ...{ endedAt, month: monthOf(endedAt) },
    institutionId: textOf(finished, 'institutionId') ?? NONE,
    serviceId: textOf(finished, 'serviceId') ?? NONE,
    groupId: textOf(finished, 'groupId') ?? NONE,
    successful: outcome === 'successful' && !links.some((at) => at < windowEnd(endedAt)),
    incidents: links.length,
    conflict: events.some(({ type, id }) => type === 'changes.conflict-overridden' && id < finished.id),
    leadSeconds: Math.round(Math.max(0, endedAt - (begun?.at ?? endedAt)) / MICROS_PER_SECOND),
  };
}

/** When each incident was linked first; those that were cancelled since are none. */
function incidentsOf(events: readonly TicketEvent[]): Instant[] {
  const linked = new Map<string, Instant>();
  for (const event of events) {
    const incident = textOf(event, 'incidentId');
    if (event.type === INCIDENT_LINKED && incident && !linked.has(incident)) linked.set(incident, event.at);
  }
  for (const event of events) if (event.type === INCIDENT_CANCELLED) linked.delete(textOf(event, 'incidentId') ?? '');
  return [...linked.values()];
}

/** A window that never passes. */
export const ENDLESS: WindowEnd = () => instant(Number.MAX_SAFE_INTEGER);
