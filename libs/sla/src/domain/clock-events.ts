import { type DomainEvent, formatInstant, type Instant, type Json } from '#kernel';
import type { ClockChange, Passed, TrackedClock } from './tracked-clock.js';

const EVENT_OF = {
  started: 'sla.clock-started',
  paused: 'sla.clock-paused',
  resumed: 'sla.clock-resumed',
  stopped: 'sla.clock-stopped',
  reopened: 'sla.clock-reopened',
  retargeted: 'sla.clock-retargeted',
  cancelled: 'sla.clock-cancelled',
  relaxation_confirmed: 'sla.relaxation-confirmed',
  pause_corrected: 'sla.pause-corrected',
  breach_voided: 'sla.breach-voided',
} as const;

/** What an event of a clock says of it, whichever it is. */
export interface ClockRef {
  readonly clockId: string;
  readonly ticketId: string;
  readonly kind: string;
  readonly cycle: number;
  /** OLA: the group whose stay is measured. */
  readonly partyId: string | null;
  readonly institutionId: string;
  readonly serviceId: string | null;
  readonly groupId: string | null;
  readonly priority: number;
}

/** The reference of a clock in its events. */
export function refOf({ id, ticketId, kind, cycle, partyId, facts }: TrackedClock): ClockRef {
  const { institutionId, serviceId, groupId, priority } = facts;
  return { clockId: id, ticketId, kind, cycle, partyId, institutionId, serviceId, groupId, priority };
}

/**
 * The events of a change, in the order in which things happened. `recorded` are those of its passed thresholds that this
 * transaction recorded: what the sweep had recorded before is told already. Of those jumped over only the highest is told.
 */
export function eventsOf(change: ClockChange, recorded: readonly Passed[]): DomainEvent[] {
  const { after, entry } = change;
  const ref = refOf(after);
  const told = (passed: readonly Passed[]): DomainEvent[] => passed.flatMap((p) => crossingEvents(ref, p, entry.at));
  const reached = recorded.filter((p) => !p.jumped);
  const jumped = recorded.filter((p) => p.jumped).slice(-1);
  const withdrawn = isWithdrawn(change) ? [clockEvent('sla.clock-withdrawn', ref, entry.actorId, entry.at, {})] : [];
  const voided = entry.type === 'breach_voided';
  const met = (entry.type === 'stopped' || voided) && after.state.outcome === 'met' && after.state.outcomeAt !== null;
  // A reopening tells first that the outcome is withdrawn, a void first why.
  return [
    ...told(reached),
    ...(voided ? [] : withdrawn),
    stepEvent(change, ref),
    ...(voided ? withdrawn : []),
    ...told(jumped),
    ...(met ? [decided(ref, 'met', after.state.outcomeAt, entry.at, entry.actorId)] : []),
  ];
}

/** The events of one threshold that was crossed; the last one is the breach. */
export function crossingEvents(
  ref: ClockRef,
  { pct, targetNo, dueAt }: Pick<Passed, 'pct' | 'targetNo' | 'dueAt'>,
  at: Instant,
): DomainEvent[] {
  const crossed = clockEvent('sla.threshold-crossed', ref, null, at, { pct, targetNo, dueAt: formatInstant(dueAt) });
  return pct === 100 ? [decided(ref, 'breached', dueAt, at, null), crossed] : [crossed];
}

/** True where an outcome that was told no longer holds. */
function isWithdrawn({ before, after, entry }: ClockChange): boolean {
  if (entry.type === 'breach_voided') return true;
  return before?.state.outcome === 'met' && after.state.outcome !== 'met';
}

function stepEvent({ before, after, entry }: ClockChange, ref: ClockRef): DomainEvent {
  const deadline = (clock: TrackedClock | null): string | null => (clock?.state.dueAt == null ? null : formatInstant(clock.state.dueAt));
  return clockEvent(EVENT_OF[entry.type], ref, entry.actorId, entry.at, {
    reason: entry.reason,
    targetNo: after.state.targetNo,
    targetSeconds: after.state.target.seconds,
    deadlineBefore: deadline(before),
    deadlineAfter: deadline(after),
    ...ownFacts(entry),
  });
}

/** What only some steps have to tell. */
function ownFacts(entry: ClockChange['entry']): { readonly [key: string]: Json } {
  if (entry.type === 'breach_voided') return { requestedBy: entry.requestedBy, confirmedBy: entry.actorId };
  if (entry.type !== 'pause_corrected') return {};
  const text = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));
  return { replaces: text(entry.replaces), from: formatInstant(entry.from), to: text(entry.to), hold: entry.hold };
}

function decided(ref: ClockRef, outcome: 'met' | 'breached', outcomeAt: Instant, at: Instant, actorId: string | null): DomainEvent {
  return clockEvent('sla.clock-decided', ref, actorId, at, { outcome, at: formatInstant(outcomeAt) });
}

function clockEvent(
  type: string,
  { ticketId, ...ref }: ClockRef,
  actorId: string | null,
  at: Instant,
  facts: { readonly [key: string]: Json },
): DomainEvent {
  return { type, version: 1, subject: { type: 'ticket', id: ticketId }, actorId, at, payload: { ...ref, ...facts } };
}
