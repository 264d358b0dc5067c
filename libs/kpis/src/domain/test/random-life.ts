import fc from 'fast-check';
import { FIRST_LINE, type History, SECOND_LINE } from './history.js';

/** A step of a random life, legal or not: whatever the log holds, the rollup must equal the recount. */
export const step = fc.record({
  what: fc.constantFrom(
    ...(['started', 'paused', 'resumed', 'stopped', 'met', 'breached', 'withdrawn', 'cancelled'] as const),
    ...(['assign', 'hold', 'comment', 'priority', 'service', 'resolve', 'reopen', 'cancel', 'merge', 'test', 'rate', 'change'] as const),
  ),
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.constantFrom('03', '04', '10'),
  clock: fc.constantFrom('clock-1', 'clock-2'),
  value: fc.integer({ min: 1, max: 3 }),
});

export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const GROUPS = [FIRST_LINE, SECOND_LINE, FIRST_LINE] as const;

/** Writes a step at noon of its day. */
export function writeStep(history: History, { what, day, month, clock, value }: Step): void {
  const at = `2026-${month}-${String(day).padStart(2, '0')}T12:00Z`;
  const own = { clockId: clock, kind: clock === 'clock-1' ? 'response' : 'resolution' };
  const groupId = GROUPS[value - 1]!;
  const rating = { ratingId: `rating-${value}`, raterId: `rater-${value}`, value, cycle: (day % 2) + 1 };
  switch (what) {
    case 'met':
    case 'breached':
      history.decided(at, what, at, own);
      return;
    case 'assign':
      history.add(at, 'incidents.assigned', {
        groupId,
        assigneeId: `agent-${value}`,
        fromAssigneeId: day % 3 ? null : 'agent-1',
        hop: day % 2 === 0,
      });
      return;
    case 'hold':
      history.add(at, 'incidents.put-on-hold', { reason: 'awaiting_vendor' });
      return;
    case 'comment':
      history.add(at, 'tickets.comment-added', { byStaff: value > 1, visibility: day % 2 ? 'public' : 'internal' });
      return;
    case 'priority':
      history.add(at, 'incidents.priority-changed', { to: { priority: value } });
      return;
    case 'service':
      history.add(at, 'incidents.service-changed', { to: { serviceId: groupId } });
      return;
    case 'resolve':
      history.add(at, 'incidents.resolved', { groupId, assigneeId: 'agent' });
      return;
    case 'reopen':
      history.add(at, 'incidents.reopened', { reason: 'again', groupId });
      return;
    case 'cancel':
    case 'merge':
    case 'test':
      history.add(at, 'incidents.cancelled', { reason: { cancel: 'withdrawn', merge: 'duplicate', test: 'test' }[what] });
      return;
    case 'rate':
    case 'change':
      history.add(at, what === 'rate' ? 'ratings.rated' : 'ratings.changed', rating);
      return;
    default:
      history.clock(at, what, own);
  }
}
