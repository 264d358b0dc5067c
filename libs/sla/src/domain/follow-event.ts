import { type DomainEvent, type Instant, parseInstant } from '#kernel';
import { thresholdsAhead, thresholdsJumped } from './clock-measures.js';
import type { Calendars } from './clock-state.js';
import { applyEntry, startClock } from './fold-clock.js';
import { type ClockKind, type LedgerEntry, PROMISED_KINDS } from './ledger-entry.js';
import { type ClockChange, type ClockFacts, isOpen, type Passed, type PolicyTarget, type TrackedClock } from './tracked-clock.js';

/** Events of tickets that move clocks (DOMAIN 3.1, column "Clocks"). */
export const CLOCK_EVENTS = [
  'incidents.submitted',
  'incidents.accepted',
  'incidents.put-on-hold',
  'incidents.resumed',
  'incidents.resolved',
  'incidents.reopened',
  'incidents.cancelled',
  'incidents.priority-changed',
  'tickets.comment-added',
] as const;

/** An event together with what the policy says of the ticket after it. */
export interface Occasion {
  readonly event: Pick<DomainEvent, 'type' | 'subject' | 'actorId' | 'payload'>;
  /** The instant that decides: read after the clocks were locked; for a start, the submission. */
  readonly at: Instant;
  /** All clocks of the ticket. */
  readonly clocks: readonly TrackedClock[];
  readonly facts: ClockFacts;
  /** The targets for `facts`; asked for only where `needsTargets` says so. */
  readonly targets: readonly PolicyTarget[];
  readonly calendars: Calendars;
  readonly newId: (kind: ClockKind, cycle: number) => string;
}

/** True for events that begin a clock or change its target. */
export function needsTargets(type: string): boolean {
  return type === 'incidents.submitted' || type === 'incidents.reopened' || type === 'incidents.priority-changed';
}

/** True where an event may move clocks; a customer's reply or an internal note moves none. */
export function movesClocks(event: Pick<DomainEvent, 'type' | 'payload'>): boolean {
  if (event.type === 'tickets.comment-added') return event.payload['visibility'] === 'public' && event.payload['byStaff'] === true;
  return (CLOCK_EVENTS as readonly string[]).includes(event.type);
}

/** What the ticket is after an event, as far as the event says so. */
export function factsAfter(event: Pick<DomainEvent, 'type' | 'payload'>, before: ClockFacts): ClockFacts {
  const { payload } = event;
  const to = payload['to'];
  const priority =
    to !== null && typeof to === 'object' && 'priority' in to && typeof to['priority'] === 'number' ? to['priority'] : before.priority;
  const groupId = typeof payload['groupId'] === 'string' ? payload['groupId'] : before.groupId;
  return { ...before, priority, groupId };
}

/** The facts that a submission brings. */
export function factsOf(event: Pick<DomainEvent, 'payload'>, ticketType: string): ClockFacts {
  const { payload } = event;
  const text = (key: string): string | null => (typeof payload[key] === 'string' ? payload[key] : null);
  return {
    ticketType,
    institutionId: text('institutionId') ?? '',
    serviceId: text('serviceId'),
    groupId: text('groupId'),
    priority: Number(payload['priority']),
  };
}

/** The instant at which a submission's clocks begin (DOMAIN 4.3(1)); back-dated ones lie before the event. */
export function submittedAt(event: Pick<DomainEvent, 'payload'>, otherwise: Instant): Instant {
  const text = event.payload['submittedAt'];
  return typeof text === 'string' ? parseInstant(text) : otherwise;
}

/** What an event does to a ticket's clocks: one change for each step, in order. */
export function followEvent(occasion: Occasion): ClockChange[] {
  const { event, clocks } = occasion;
  const open = clocks.filter(isOpen);
  const of = (kind: TrackedClock['kind'], state: 'running' | 'paused'): TrackedClock[] =>
    open.filter((c) => c.kind === kind && c.state.state === state);
  switch (event.type) {
    case 'incidents.submitted':
      return occasion.targets.filter(({ kind }) => PROMISED_KINDS.includes(kind)).map((target) => begin(occasion, target, 1));
    case 'incidents.accepted':
    case 'tickets.comment-added':
      return of('response', 'running').map((clock) => step(occasion, clock, 'stopped'));
    case 'incidents.put-on-hold':
      return of('resolution', 'running').flatMap((clock) =>
        clock.pauseReasons.includes(reasonOf(occasion) ?? '') ? [step(occasion, clock, 'paused')] : [],
      );
    case 'incidents.resumed':
      return of('resolution', 'paused').map((clock) => step(occasion, clock, 'resumed'));
    case 'incidents.resolved':
      return open.map((clock) => step(occasion, clock, 'stopped'));
    case 'incidents.cancelled':
      return open.map((clock) => step(occasion, clock, 'cancelled'));
    case 'incidents.reopened':
      return reopen(occasion);
    case 'incidents.priority-changed':
      return retarget(occasion, open);
    default:
      return [];
  }
}

/** DOMAIN 4.3(6): the resolution clock goes on, the response clock begins its next cycle. */
function reopen(occasion: Occasion): ClockChange[] {
  const last = (kind: TrackedClock['kind']): TrackedClock | undefined =>
    occasion.clocks.filter((c) => c.kind === kind).sort((a, b) => b.cycle - a.cycle)[0];
  const resolution = last('resolution');
  const response = last('response');
  const target = occasion.targets.find((t) => t.kind === 'response');
  return [
    ...(resolution?.state.state === 'stopped' ? [step(occasion, resolution, 'reopened')] : []),
    ...(target && !(response && isOpen(response)) ? [begin(occasion, target, (response?.cycle ?? 0) + 1)] : []),
  ];
}

function retarget(occasion: Occasion, open: readonly TrackedClock[]): ClockChange[] {
  return open.flatMap((clock) => {
    const target = occasion.targets.find((t) => t.kind === clock.kind);
    if (!target || (target.seconds === clock.state.target.seconds && target.calendarId === clock.state.target.calendarId)) return [];
    const { calendarId, seconds, rule, policyVersionId } = target;
    const entry: LedgerEntry = {
      type: 'retargeted',
      at: occasion.at,
      target: { calendarId, seconds },
      rule,
      requesterAsked: occasion.event.payload['requesterAsked'] === true,
      reason: reasonOf(occasion),
      actorId: occasion.event.actorId,
    };
    return [changed(occasion, { ...clock, policyVersionId, pauseReasons: target.pauseReasons }, entry)];
  });
}

function begin(occasion: Occasion, target: PolicyTarget, cycle: number): ClockChange {
  const { calendarId, seconds, thresholds, kind, policyVersionId, pauseReasons } = target;
  const { event, at } = occasion;
  const entry: LedgerEntry = {
    type: 'started',
    at,
    target: { calendarId, seconds },
    thresholds,
    reason: event.type,
    actorId: event.actorId,
  };
  const state = startClock(entry, occasion.calendars);
  const after = {
    id: occasion.newId(kind, cycle),
    ticketId: event.subject.id,
    kind,
    cycle,
    partyId: null,
    facts: occasion.facts,
    policyVersionId,
    pauseReasons,
    steps: 1,
    state,
  };
  return { before: null, after, entry, passed: [] };
}

function step(occasion: Occasion, clock: TrackedClock, type: 'paused' | 'resumed' | 'stopped' | 'reopened' | 'cancelled'): ClockChange {
  return changed(occasion, clock, { type, at: occasion.at, reason: reasonOf(occasion), actorId: occasion.event.actorId });
}

/** One step of a clock, with the thresholds that lie behind it and those that it jumps over. */
export function changed(
  { calendars, at, facts }: Pick<Occasion, 'calendars' | 'at' | 'facts'>,
  clock: TrackedClock,
  entry: LedgerEntry,
): ClockChange {
  const state = applyEntry(clock.state, entry, calendars);
  const reached: Passed[] = thresholdsAhead(clock.state, calendars)
    .filter(({ pct, dueAt }) => (pct === 100 ? dueAt < at : dueAt <= at))
    .map((t) => ({ ...t, targetNo: clock.state.targetNo, jumped: false }));
  const jumped: Passed[] = thresholdsJumped(clock.state, state, at, calendars)
    .filter((pct) => !reached.some((r) => r.pct === pct))
    .map((pct) => ({ pct, dueAt: pct === 100 && state.outcomeAt !== null ? state.outcomeAt : at, targetNo: state.targetNo, jumped: true }));
  return { before: clock, after: { ...clock, facts, state, steps: clock.steps + 1 }, entry, passed: [...reached, ...jumped] };
}

/** The event's own reason: of a hold, a cancellation, a change; else what it was caused by. */
function reasonOf({ event }: Occasion): string | null {
  for (const key of ['reasonCode', 'reason', 'cause', 'code']) {
    const value = event.payload[key];
    if (typeof value === 'string') return value;
  }
  return event.type;
}
