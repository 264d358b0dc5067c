import type { Tx } from '#platform';
import { eventsOf } from '../domain/clock-events.js';
import { type ClockChange, ticketDueAt, type TrackedClock } from '../domain/tracked-clock.js';
import type { TicketClockSet } from './clock-store.js';
import { type RecordedCrossing, writeClocks } from './clock-writes.js';

/** Writes steps of one ticket's clocks with its deadline, and appends what they tell. `set` holds all clocks that may set the deadline. */
export async function keepChanges(
  tx: Tx,
  changes: readonly ClockChange[],
  { clocks, calendars }: Pick<TicketClockSet, 'clocks' | 'calendars'>,
): Promise<void> {
  const moved = new Map(changes.map(({ after }) => [after.id, after]));
  const now: TrackedClock[] = [...clocks.filter(({ id }) => !moved.has(id)), ...moved.values()];
  const recorded = await writeClocks(
    tx,
    changes.map((change) => ({ clock: change.after, changes: [change], passed: change.passed })),
    [ticketDueAt(now[0]!.ticketId, now)],
    calendars,
  );
  await tx.append(...changes.flatMap((change) => eventsOf(change, newlyPassed(change, recorded))));
}

/** The calendars that a clock's promises are counted on. */
export function calendarIds({ state }: TrackedClock): string[] {
  return state.promises.flatMap((promise) => [promise.target.calendarId, promise.plan.calendarId]);
}

function newlyPassed({ after, passed }: ClockChange, recorded: readonly RecordedCrossing[]): ClockChange['passed'] {
  return passed.filter((p) => recorded.some((r) => r.clockId === after.id && r.targetNo === p.targetNo && r.pct === p.pct));
}
