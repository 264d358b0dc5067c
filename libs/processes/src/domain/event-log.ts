import type { Instant } from '#kernel';

/** One step of one case: what was done, when. */
export interface LogEvent {
  readonly activity: string;
  readonly at: Instant;
}

/** A log for mining: the events of each case, in the order of their times. */
export type EventLog = ReadonlyMap<string, readonly LogEvent[]>;

/** An event as a file gives it, before its time is understood. */
export interface RawEvent {
  readonly caseId: string;
  readonly activity: string;
  readonly time: string;
}

/** Gathers events into cases and sorts each by time; events of one instant keep the order in which they were given. */
export function toEventLog(events: readonly RawEvent[], times: readonly Instant[]): EventLog {
  const log = new Map<string, LogEvent[]>();
  events.forEach(({ caseId, activity }, index) => {
    const event = { activity, at: times[index]! };
    const trace = log.get(caseId);
    if (trace) trace.push(event);
    else log.set(caseId, [event]);
  });
  for (const trace of log.values()) trace.sort((a, b) => a.at - b.at);
  return log;
}
