import fc from 'fast-check';
import type { Json } from '#kernel';
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

type Write = (step: Step) => readonly [type: string, payload: Readonly<Record<string, Json>>];

const rated =
  (type: string): Write =>
  ({ value, day }) => [type, { ratingId: `rating-${value}`, raterId: `rater-${value}`, value, cycle: (day % 2) + 1 }];
const cancelled =
  (reason: string): Write =>
  () => ['incidents.cancelled', { reason }];
const group = ({ value }: Step): string => GROUPS[value - 1]!;

/** Steps that are no clock's, as events. */
const WRITERS: Readonly<Record<string, Write>> = {
  assign: (step) => [
    'incidents.assigned',
    {
      ...{ groupId: group(step), assigneeId: `agent-${step.value}` },
      ...{ fromAssigneeId: step.day % 3 ? null : 'agent-1', hop: step.day % 2 === 0 },
    },
  ],
  hold: () => ['incidents.put-on-hold', { reason: 'awaiting_vendor' }],
  comment: ({ value, day }) => ['tickets.comment-added', { byStaff: value > 1, visibility: day % 2 ? 'public' : 'internal' }],
  priority: ({ value }) => ['incidents.priority-changed', { to: { priority: value } }],
  service: (step) => ['incidents.service-changed', { to: { serviceId: group(step) } }],
  resolve: (step) => ['incidents.resolved', { groupId: group(step), assigneeId: 'agent' }],
  reopen: (step) => ['incidents.reopened', { reason: 'again', groupId: group(step) }],
  cancel: cancelled('withdrawn'),
  merge: cancelled('duplicate'),
  test: cancelled('test'),
  rate: rated('ratings.rated'),
  change: rated('ratings.changed'),
};

/** Writes a step at noon of its day. */
export function writeStep(history: History, step: Step): void {
  const { what, day, month, clock } = step;
  const at = `2026-${month}-${String(day).padStart(2, '0')}T12:00Z`;
  const own = { clockId: clock, kind: clock === 'clock-1' ? 'response' : 'resolution' };
  const write = WRITERS[what];
  if (write) history.add(at, ...write(step));
  else if (what === 'met' || what === 'breached') history.decided(at, what, at, own);
  else history.clock(at, what, own);
}
