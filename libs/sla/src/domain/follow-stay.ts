import { begin, type Occasion, step } from './occasion.js';
import { type ClockChange, isOpen, type TrackedClock } from './tracked-clock.js';

/** The hold during which a supplier has the work (DOMAIN 4.5: "UC from hold(awaiting_vendor)"). */
const AWAITING_SUPPLIER = 'awaiting_vendor';

const open = (occasion: Occasion, kind: 'ola' | 'supplier'): TrackedClock[] =>
  occasion.clocks.filter((clock) => clock.kind === kind && isOpen(clock));

/**
 * DOMAIN 4.5: a group's clock runs from the assignment until the work leaves the group or is resolved. Another person of the same group,
 * or the acceptance after the assignment, is the same stay; what was routed and taken on without an assignment begins one too.
 */
export function followGroup(occasion: Occasion): ClockChange[] {
  const { groupId } = occasion.facts;
  const stays = open(occasion, 'ola');
  const left = stays
    .filter((clock) => clock.partyId !== groupId)
    .map((clock) => step(occasion, clock, 'stopped', { reason: occasion.event.type }));
  if (stays.some((clock) => clock.partyId === groupId)) return left;
  return [...left, ...beginStay(occasion)];
}

/** The next stay in the group that has the ticket now, where it owes us an agreed time. */
export function beginStay(occasion: Occasion): ClockChange[] {
  const { groupId } = occasion.facts;
  const target = occasion.targets.find(({ kind }) => kind === 'ola');
  return target && groupId !== null ? [begin(occasion, target, { partyId: groupId })] : [];
}

/** A supplier's time runs from a hold for his sake until that hold ends, however it ends. */
export function beginSupplier(occasion: Occasion): ClockChange[] {
  const target = occasion.targets.find(({ kind }) => kind === 'supplier');
  return target && occasion.event.payload['reason'] === AWAITING_SUPPLIER ? [begin(occasion, target)] : [];
}

export function endSupplier(occasion: Occasion): ClockChange[] {
  return open(occasion, 'supplier').map((clock) => step(occasion, clock, 'stopped'));
}
