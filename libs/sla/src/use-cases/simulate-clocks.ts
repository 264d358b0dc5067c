import { Injectable } from '@nestjs/common';
import { CalendarBook, WorkingCalendar } from '#calendars';
import { instant } from '#kernel';
import type { Tx, Run, RunFacts, Slice } from '#platform';
import type { Calendars } from '../domain/clock-state.js';
import { type PastEvent, replayClocks } from '../domain/replay-clocks.js';
import { addTicket, EMPTY_SUMS, farthest, type SimulationSums } from '../domain/simulation.js';
import { calendarIdsOf, type RuleBook, targetsBy } from '../domain/simulation-rules.js';
import type { TrackedClock } from '../domain/tracked-clock.js';
import { countDecided, decidedClocks, histories } from '../store/past-clocks.js';

/** Tickets in one slice: a tenth of a second or two of computing, so that the sweep beside it is not kept waiting. */
const BATCH = 150;

/** What a run of kind `what_if` was asked, with the rules as they stood then. */
export interface Simulation {
  readonly fromAt: number;
  readonly toAt: number;
  /** Until when clocks that still run have run. */
  readonly until: number;
  readonly today: RuleBook;
  readonly would: RuleBook;
}

type Replay = (events: readonly PastEvent[]) => readonly TrackedClock[];

/** Replays past tickets by the rules in force and by others, and compares what became of their clocks. It reads, and writes nothing but its run. */
@Injectable()
export class SimulateClocks {
  constructor(private readonly calendars: CalendarBook) {}

  /** The next tickets of a run of kind `what_if`. */
  async slice(tx: Tx, run: Run): Promise<Slice> {
    const asked = run.request['simulation'] as unknown as Simulation;
    const period = { from: instant(asked.fromAt), to: instant(asked.toAt) };
    const before = { ...EMPTY_SUMS, ...(run.progress as unknown as SimulationSums) };
    const total = run.total ?? (await countDecided(tx, period));
    const decided = await decidedClocks(tx, period, run.cursor, BATCH);
    const ids = [...decided.keys()];
    if (ids.length === 0) {
      const { changed, ...sums } = before;
      const end = { result: sums as unknown as RunFacts, details: farthest(changed) as never };
      return { done: run.done, total, cursor: run.cursor, progress: {}, end };
    }
    const past = await histories(tx, ids);
    const [today, would] = [await this.replayBy(asked.today, asked.until, tx), await this.replayBy(asked.would, asked.until, tx)];
    const sums = ids.reduce((sum, id) => {
      const events = past.get(id) ?? [];
      if (isTest(events)) return sum;
      return addTicket(sum, { decided: decided.get(id) ?? [], today: today(events), would: would(events) });
    }, before);
    return { done: run.done + ids.length, total, cursor: ids.at(-1) ?? null, progress: sums as unknown as RunFacts };
  }

  private async replayBy(book: RuleBook, until: number, tx: Tx): Promise<Replay> {
    const published = await this.calendars.versions(calendarIdsOf(book), tx);
    const tried = new Map(Object.entries(book.calendars).map(([id, definition]) => [id, calendarOf(definition)]));
    const calendars: Calendars = (id) => tried.get(id) ?? published(id);
    const targets = targetsBy(book);
    const newId = (kind: string, cycle: number): string => `${kind} ${cycle}`;
    return (events) => replayClocks(events, { ticketType: 'incident', targets, calendars, newId, until: instant(until) }).clocks;
  }
}

const kept = new Map<string, WorkingCalendar>();

/** A calendar that is tried, with the days that it has expanded, for all slices of a run. */
function calendarOf(definition: ConstructorParameters<typeof WorkingCalendar>[0]): WorkingCalendar {
  const key = JSON.stringify(definition);
  let calendar = kept.get(key);
  if (!calendar) {
    if (kept.size >= 8) kept.clear();
    calendar = new WorkingCalendar(definition);
    kept.set(key, calendar);
  }
  return calendar;
}

/** Test tickets are in no figure (DOMAIN 4.6). */
function isTest(events: readonly PastEvent[]): boolean {
  return events.some(({ type, payload }) => type === 'incidents.cancelled' && payload['reason'] === 'test');
}
