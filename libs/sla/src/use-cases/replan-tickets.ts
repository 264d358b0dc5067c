import { Injectable, Logger } from '@nestjs/common';
import { CalendarBook, type VersionChain } from '#calendars';
import { DomainError } from '#kernel';
import type { Tx } from '#platform';
import { lockFreeTickets } from '#tickets';
import { correctCalendar, type Correction, movesPromise } from '../domain/correct-calendar.js';
import { eventsOf } from '../domain/clock-events.js';
import type { Calendars } from '../domain/clock-state.js';
import { type ClockChange, ticketDueAt, type TrackedClock } from '../domain/tracked-clock.js';
import { ClockStore } from '../store/clock-store.js';
import { type RecordedCrossing, writeClocks } from '../store/clock-writes.js';
import { midFlightRules } from '../store/outdated-clocks.js';

/** What became of the clocks of some tickets. */
export interface Replanned {
  /** Clocks that are on the new version now, and those of them whose promise moved. */
  readonly clocks: number;
  readonly moved: number;
  /** Clocks that cannot be computed; they stay as they are. */
  readonly failed: number;
  /** Tickets that somebody held. */
  readonly skipped: number;
}

/** Moves the open clocks of some tickets to the version in force of their calendar, all in one transaction and one statement. */
@Injectable()
export class ReplanTickets {
  private readonly log = new Logger(ReplanTickets.name);

  constructor(
    private readonly store: ClockStore,
    private readonly calendars: CalendarBook,
  ) {}

  /**
   * Tickets before clocks, as everybody locks them; what somebody holds is left for later instead of waited for. Under the locks the ledgers are
   * read and folded anew: whatever an agent or the sweep did before counts, whatever they do next meets the new version.
   */
  async execute(tx: Tx, ticketIds: readonly string[], { newest, older }: VersionChain, actorId: string | null): Promise<Replanned> {
    const free = await lockFreeTickets(tx, ticketIds);
    const { clocks, at, broken } = await this.store.lockOpen(tx, free);
    const calendars = await this.calendars.versions([newest, ...clocks.flatMap(calendarIds)], tx);
    const rules = await midFlightRules(
      tx,
      clocks.flatMap((clock) => clock.policyVersionId ?? []),
    );
    const failed = [...broken];
    const changes = clocks.flatMap((clock) => {
      const rule = rules.get(clock.policyVersionId ?? '') ?? 'middle_of_three';
      return this.corrected(clock, { versionId: newest, older: new Set(older), at, actorId, rule }, calendars, failed);
    });
    await this.keep(tx, clocks, changes, calendars);
    if (failed.length > 0) this.log.warn(`clocks that could not be replanned: ${failed.join(', ')}`);
    const moved = changes.filter(movesPromise).length;
    return { clocks: changes.length, moved, failed: failed.length, skipped: ticketIds.length - free.length };
  }

  private corrected(clock: TrackedClock, correction: Correction, calendars: Calendars, failed: string[]): ClockChange[] {
    try {
      return [correctCalendar(clock, correction, calendars)].filter((change) => change !== undefined);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      failed.push(clock.id);
      return [];
    }
  }

  private async keep(tx: Tx, clocks: readonly TrackedClock[], changes: readonly ClockChange[], calendars: Calendars): Promise<void> {
    if (changes.length === 0) return;
    const after = new Map(changes.map((change) => [change.after.id, change.after]));
    const touched = new Map<string, TrackedClock[]>(changes.map((change) => [change.after.ticketId, []]));
    for (const clock of clocks) touched.get(clock.ticketId)?.push(after.get(clock.id) ?? clock);
    const recorded = await writeClocks(
      tx,
      changes.map((change) => ({ clock: change.after, changes: [change], passed: change.passed })),
      [...touched].map(([ticketId, own]) => ticketDueAt(ticketId, own)),
      calendars,
    );
    await tx.append(...changes.flatMap((change) => newsOf(change, recorded)));
  }
}

/** A step that moves nothing stands in the ledger and is not told. */
function newsOf(change: ClockChange, recorded: readonly RecordedCrossing[]): ReturnType<typeof eventsOf> {
  const { id } = change.after;
  const passed = change.passed.filter((p) => recorded.some((r) => r.clockId === id && r.targetNo === p.targetNo && r.pct === p.pct));
  const events = eventsOf(change, passed);
  return movesPromise(change) ? events : events.filter(({ type }) => type !== 'sla.clock-retargeted');
}

function calendarIds({ state }: TrackedClock): string[] {
  return state.promises.flatMap((promise) => [promise.target.calendarId, promise.plan.calendarId]);
}
