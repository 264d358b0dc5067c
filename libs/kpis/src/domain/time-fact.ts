import type { Instant } from '#kernel';
import { type ClockFact, PROMISED_KINDS } from './clock-fact.js';
import { type Month, monthOf } from './month.js';

/** How much contract time a response or a resolution took, in the month in which its clock stopped (KPI-05, KPI-06). */
export interface TimeFact {
  readonly clockId: string;
  readonly ticketId: string;
  readonly kind: (typeof PROMISED_KINDS)[number];
  readonly cycle: number;
  readonly stoppedAt: Instant;
  readonly month: Month;
  /** Consumed on the calendar of the promise, pauses left out. */
  readonly seconds: number;
  readonly institutionId: string;
  readonly serviceId: string;
  /** As in KPI-09, the group and the priority of the outcome instant: one clock stands under one group in all figures. */
  readonly groupId: string;
  readonly priority: number;
}

/** The times of a ticket's clocks that have come to their stop; test tickets and clocks without a ledger have none. */
export function timesOf(clocks: readonly ClockFact[]): TimeFact[] {
  return clocks.flatMap((clock) => {
    const { clockId, ticketId, cycle, stoppedAt, workedSeconds, institutionId, serviceId, groupId, priority } = clock;
    const kind = PROMISED_KINDS.find((one) => one === clock.kind);
    if (!kind || stoppedAt === null || workedSeconds === null || clock.exclusion !== null) return [];
    const month = monthOf(stoppedAt);
    return [{ clockId, ticketId, kind, cycle, stoppedAt, month, seconds: workedSeconds, institutionId, serviceId, groupId, priority }];
  });
}
