import { DomainError, type Instant } from '#kernel';
import { logRefused } from './log-error.js';
import { readTimes } from './read-times.js';

/** One step of one case: what was done, when. */
export interface LogEvent {
  readonly activity: string;
  readonly at: Instant;
  /** Who had the case, where the log tells: only whether it went back and forth is asked of it. */
  readonly group?: string | undefined;
}

/** A log for mining: the events of each case, in the order of their times. */
export type EventLog = ReadonlyMap<string, readonly LogEvent[]>;

/** Which columns of a file (or attributes, in XES) are the case, the activity (several are joined by `+`) and the time. */
export interface LogColumns {
  readonly caseColumn: string;
  readonly activityColumns: readonly string[];
  readonly timeColumn: string;
  /** See `timeFormat`; without it common forms are recognised. */
  readonly timeFormat?: string | undefined;
  readonly groupColumn?: string | undefined;
}

/** An event as a file gives it, before its time is understood. */
export interface RawEvent {
  readonly caseId: string;
  readonly activity: string;
  readonly time: string;
  readonly group?: string | undefined;
  /** The row, or line, of the file that it stands in. */
  readonly row?: number;
}

/** Gathers events into cases and sorts each by time; events of one instant keep the order in which they were given. */
export function toEventLog(events: readonly RawEvent[], times: readonly Instant[]): EventLog {
  const log = new Map<string, LogEvent[]>();
  events.forEach(({ caseId, activity, group }, index) => {
    const event = { activity, at: times[index]!, group };
    const trace = log.get(caseId);
    if (trace) trace.push(event);
    else log.set(caseId, [event]);
  });
  for (const trace of log.values()) trace.sort((a, b) => a.at - b.at);
  return log;
}

/** Understands the times of events and makes a log of them. Throws `processes.log.empty`, and what `readTimes` throws, with the row. */
export function readEvents(events: readonly RawEvent[], timeFormat: string | undefined): EventLog {
  if (events.length === 0) throw logRefused('empty');
  try {
    return toEventLog(
      events,
      readTimes(
        events.map(({ time }) => time),
        timeFormat,
      ),
    );
  } catch (error) {
    // The reader of the column counts from zero; whoever opens the file counts its rows.
    if (error instanceof DomainError && typeof error.params['index'] === 'number')
      throw logRefused('time-unreadable', { row: events[error.params['index']]!.row ?? 0, text: String(error.params['text']) });
    throw error;
  }
}
