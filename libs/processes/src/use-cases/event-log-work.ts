import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import { DomainError, type Instant, MICROS_PER_SECOND } from '#kernel';
import { Database, type Queryable, type Run, type Slice, type Tx } from '#platform';
import type { EventLog, LogEvent } from '../domain/event-log.js';
import { goesBackAndForth } from '../domain/flow-case.js';
import { staysOf } from '../domain/mine-log.js';
import { type KeptEventLog, EventLogStore, type LogCase } from '../store/event-log-store.js';
import { readEventLog } from '../store/event-log-reader.js';
import { processRuns, type ProcessRunKind } from '../store/flow-runs.js';
import { OFFICE_HOURS } from './trace-keeper.js';

/** What a worker can hold: a log of this size takes some hundred megabytes of memory while it is read. */
const LIMITS = { bytes: 400 * 1024 * 1024, events: 500_000 };
/** Cases of one slice. */
const AT_ONCE = 4_000;
const ACTIVITY_LONGEST = 200;
/** Logs that one process holds at a time. */
const OPEN_MOST = 3;

/** Reads a log into cases, slice by slice. */
@Injectable()
export class EventLogWork {
  /** The logs that this process is reading: understanding a file anew for each slice would cost more than the slices. */
  private readonly open = new Map<string, Promise<EventLog>>();

  constructor(
    private readonly database: Database,
    private readonly logs: EventLogStore,
    private readonly calendars: CalendarBook,
  ) {}

  /** Understands the file of a run before its slices, outside a transaction: that may take longer than one may be silent. */
  async prepare(runId: string): Promise<void> {
    const run = await processRuns.find(this.database, runId);
    if (run?.kind !== 'event_log' || run.finishedAt !== null) return;
    // What is wrong with the file, the slice will say.
    await this.opened(this.database, await this.logs.one(this.database, run.subject)).catch(() => undefined);
  }

  async slice(tx: Tx, run: Run<ProcessRunKind>): Promise<Slice> {
    const kept = await this.logs.one(tx, run.subject, 'for update');
    const nothing = { done: run.done, total: run.total, cursor: null, progress: {} };
    let log: EventLog;
    try {
      log = await this.opened(tx, kept);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.open.delete(kept.id);
      await this.logs.refuse(tx, kept.id, { code: error.code, params: error.params as Record<string, string | number> });
      return { ...nothing, end: { result: { refused: error.code } } };
    }
    const cases = [...log].slice(run.done, run.done + AT_ONCE);
    await this.logs.addCases(tx, kept.id, await this.measured(tx, cases, run.done));
    const done = run.done + cases.length;
    const place = { ...nothing, done, total: log.size };
    if (done < log.size) return place;
    this.open.delete(kept.id);
    await this.logs.finish(tx, kept.id, factsOf(log));
    return { ...place, end: { result: { cases: log.size } } };
  }

  private opened(on: Queryable, { id, columns }: KeptEventLog): Promise<EventLog> {
    const known = this.open.get(id);
    if (known) return known;
    const [oldest] = this.open.keys();
    if (oldest !== undefined && this.open.size >= OPEN_MOST) this.open.delete(oldest);
    const log = this.logs.content(on, id).then((content) => readEventLog(content, columns ?? undefined, LIMITS));
    this.open.set(id, log);
    // Heard here, so that nobody's silence ends the process; whoever waits for it hears it too.
    log.catch(() => undefined);
    return log;
  }

  private async measured(tx: Tx, cases: readonly (readonly [string, readonly LogEvent[]])[], before: number): Promise<LogCase[]> {
    const hours = await this.calendars.byCode(OFFICE_HOURS, tx);
    return cases.map(([caseId, trace], nth) => ({
      ...{ position: before + nth + 1, caseId: caseId.slice(0, ACTIVITY_LONGEST), endedAt: trace.at(-1)!.at },
      activities: trace.map(({ activity }) => activity.slice(0, ACTIVITY_LONGEST)),
      stays: staysOf(trace),
      working: trace.slice(1).map(({ at }, earlier) => hours.elapsed(trace[earlier]!.at, at) / MICROS_PER_SECOND),
      pingPong: goesBackAndForth(trace.flatMap(({ group }) => group || [])),
    }));
  }
}

function factsOf(log: EventLog): { readonly events: number; readonly firstAt: Instant; readonly lastAt: Instant } {
  let events = 0;
  let [firstAt, lastAt]: [Instant | undefined, Instant | undefined] = [undefined, undefined];
  for (const trace of log.values()) {
    events += trace.length;
    if (firstAt === undefined || trace[0]!.at < firstAt) firstAt = trace[0]!.at;
    if (lastAt === undefined || trace.at(-1)!.at > lastAt) lastAt = trace.at(-1)!.at;
  }
  return { events, firstAt: firstAt!, lastAt: lastAt! };
}
