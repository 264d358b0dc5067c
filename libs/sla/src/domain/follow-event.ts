import { type DomainEvent, type Instant, parseInstant } from '#kernel';
import { followLaw, isStatutory } from './follow-law.js';
import { beginStay, beginSupplier, endSupplier, followGroup } from './follow-stay.js';
import { type LedgerEntry, PROMISED_KINDS } from './ledger-entry.js';
import { begin, changed, lastOf, type Occasion, reasonOf, step } from './occasion.js';
import { type ClockChange, type ClockFacts, isOpen, type TrackedClock } from './tracked-clock.js';

/** Events of tickets that move clocks (DOMAIN 3.1, column "Clocks"). */
export const CLOCK_EVENTS = [
  'incidents.submitted',
  'incidents.assigned',
  'incidents.accepted',
  'incidents.put-on-hold',
  'incidents.resumed',
  'incidents.resolved',
  'incidents.reopened',
  'incidents.cancelled',
  'incidents.unmerged',
  'incidents.priority-changed',
  'incidents.service-changed',
  'incidents.security-declared',
  'incidents.statutory-report-sent',
  'tickets.comment-added',
] as const;

const NEED_TARGETS: ReadonlySet<string> = new Set([
  'incidents.submitted',
  'incidents.assigned',
  'incidents.accepted',
  'incidents.put-on-hold',
  'incidents.reopened',
  'incidents.unmerged',
  'incidents.priority-changed',
  'incidents.service-changed',
]);

/** True for events that may begin a clock of the policy or change its target. */
export function needsTargets(type: string): boolean {
  return NEED_TARGETS.has(type);
}

/** True for what the law answers to. */
export function isLawful(type: string): boolean {
  return type === 'incidents.security-declared' || type === 'incidents.statutory-report-sent';
}

/** True where an event may move clocks; a customer's reply or an internal note moves none. */
export function movesClocks(event: Pick<DomainEvent, 'type' | 'payload'>): boolean {
  if (event.type === 'tickets.comment-added') return event.payload['visibility'] === 'public' && event.payload['byStaff'] === true;
  return (CLOCK_EVENTS as readonly string[]).includes(event.type);
}

/** What the ticket is after an event, as far as the event says so. */
export function factsAfter(event: Pick<DomainEvent, 'type' | 'payload'>, before: ClockFacts): ClockFacts {
  const { payload } = event;
  const to: Readonly<Record<string, unknown>> = payload['to'] !== null && typeof payload['to'] === 'object' ? { ...payload['to'] } : {};
  const priority = typeof to['priority'] === 'number' ? to['priority'] : before.priority;
  const serviceId = to['serviceId'] === null || typeof to['serviceId'] === 'string' ? to['serviceId'] : before.serviceId;
  const groupId = typeof payload['groupId'] === 'string' ? payload['groupId'] : before.groupId;
  return { ...before, priority, serviceId, groupId };
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
  const { event } = occasion;
  const open = occasion.clocks.filter(isOpen);
  const running = open.filter(({ state }) => state.state === 'running');
  switch (event.type) {
    case 'incidents.submitted':
      return occasion.targets.filter(({ kind }) => PROMISED_KINDS.includes(kind)).map((target) => begin(occasion, target));
    case 'incidents.accepted':
      return [...answered(occasion, running), ...followGroup(occasion)];
    case 'tickets.comment-added':
      return answered(occasion, running);
    case 'incidents.assigned':
      return followGroup(occasion);
    case 'incidents.put-on-hold':
      return hold(occasion, running);
    case 'incidents.resumed':
      return [
        ...open.filter(({ state }) => state.state === 'paused').map((clock) => step(occasion, clock, 'resumed')),
        ...endSupplier(occasion),
      ];
    case 'incidents.resolved':
      return open.filter(({ kind }) => !isStatutory(kind)).map((clock) => step(occasion, clock, 'stopped'));
    case 'incidents.cancelled':
      return open.map((clock) => step(occasion, clock, 'cancelled'));
    case 'incidents.reopened':
      return [...reopen(occasion), ...beginStay(occasion)];
    case 'incidents.unmerged':
      return [...reinstate(occasion), ...beginStay(occasion)];
    case 'incidents.priority-changed':
    case 'incidents.service-changed':
      return retarget(occasion, open);
    case 'incidents.security-declared':
    case 'incidents.statutory-report-sent':
      return followLaw(occasion);
    default:
      return [];
  }
}

/** DOMAIN 4.3(2): acceptance or the first public reply of a human. */
function answered(occasion: Occasion, running: readonly TrackedClock[]): ClockChange[] {
  return running.filter(({ kind }) => kind === 'response').map((clock) => step(occasion, clock, 'stopped'));
}

/** What a hold pauses, and the supplier's time that it may begin. */
function hold(occasion: Occasion, running: readonly TrackedClock[]): ClockChange[] {
  const paused = running.filter((clock) => isPausedBy(clock, occasion.event));
  return [...paused.map((clock) => step(occasion, clock, 'paused')), ...beginSupplier(occasion)];
}

/** DOMAIN 4.3(3), 4.5: a hold pauses the resolution, and a group's time like it, where the target names the reason. */
function isPausedBy({ kind, pauseReasons }: TrackedClock, { payload }: Occasion['event']): boolean {
  return (kind === 'resolution' || kind === 'ola') && pauseReasons.includes(String(payload['reason']));
}

/** DOMAIN 4.3(6): the resolution clock goes on, the response clock begins its next cycle. */
function reopen(occasion: Occasion): ClockChange[] {
  const resolution = lastOf(occasion, 'resolution');
  const response = lastOf(occasion, 'response');
  const target = occasion.targets.find((t) => t.kind === 'response');
  return [
    ...(resolution?.state.state === 'stopped' ? [step(occasion, resolution, 'reopened')] : []),
    ...(target && !(response && isOpen(response)) ? [begin(occasion, target)] : []),
  ];
}

/** DOMAIN 4.3(9): what the merge took away of the promises, and of what the law asks, is there again; a group's stay begins anew. */
function reinstate(occasion: Occasion): ClockChange[] {
  const kinds = new Set(occasion.clocks.map(({ kind }) => kind).filter((kind) => PROMISED_KINDS.includes(kind) || isStatutory(kind)));
  return [...kinds].flatMap((kind) => {
    const last = lastOf(occasion, kind);
    return last?.state.state === 'cancelled' ? [step(occasion, last, 'reopened')] : [];
  });
}

/**
 * DOMAIN 4.3(7): what was promised to the requester follows the policy's rule; a group's and a supplier's time begins anew in its own
 * stay; the law's never changes.
 */
function retarget(occasion: Occasion, open: readonly TrackedClock[]): ClockChange[] {
  return open.flatMap((clock) => {
    const target = occasion.targets.find((t) => t.kind === clock.kind);
    if (!target || (target.seconds === clock.state.target.seconds && target.calendarId === clock.state.target.calendarId)) return [];
    const { calendarId, seconds, policyVersionId } = target;
    const entry: LedgerEntry = {
      type: 'retargeted',
      at: occasion.at,
      target: { calendarId, seconds },
      rule: PROMISED_KINDS.includes(clock.kind) ? target.rule : 'restart',
      requesterAsked: occasion.event.payload['requesterAsked'] === true,
      reason: reasonOf(occasion),
      actorId: occasion.event.actorId,
    };
    return [changed(occasion, { ...clock, policyVersionId, pauseReasons: target.pauseReasons }, entry)];
  });
}
