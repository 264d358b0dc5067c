import { Injectable } from '@nestjs/common';
import type { Json } from '#kernel';
import type { Run, Slice, Tx } from '#platform';
import type { Month } from '../domain/month.js';
import {
  type Difference,
  DIFFERENCES_FOUND,
  DIFFERENCES_KEPT,
  NOTHING_RECOUNTED,
  outcomeOf,
  type RecountKind,
  type RecountProgress,
} from '../domain/recount.js';
import { CellStore } from '../store/cell-store.js';
import { FACT_KINDS, FACT_TABLES } from '../store/fact-table.js';
import { countTickets, nextTicketIds, nextTicketsOfDays } from '../store/ticket-events.js';
import { RefreshFacts } from './refresh-facts.js';

const BATCH = 100;
const SUMMED = FACT_KINDS.map((kind) => FACT_TABLES[kind]).filter((table) => table.cells !== null);

/** Which tickets and which months a recount is of; without days all of them. */
interface Extent {
  readonly days: readonly string[] | null;
  readonly months: readonly Month[] | null;
}

/**
 * Counts from the raw events and holds facts and cells against it; what differs is put right and reported. Facts that have
 * not seen the latest events are no difference: they are brought up to date on the way. A slice is a hundred tickets, short so that nobody waits behind it, or the cells of one
 * table; the last one raises the alarm where anything differed.
 */
@Injectable()
export class RecountSlice {
  constructor(
    private readonly refresh: RefreshFacts,
    private readonly cells: CellStore,
  ) {}

  async work(tx: Tx, run: Run<RecountKind>): Promise<Slice> {
    const before = { ...NOTHING_RECOUNTED, ...run.progress } as unknown as RecountProgress;
    const extent = run.request as unknown as Extent;
    const total = run.total ?? (await countTickets(tx, extent.days));
    const place = { done: run.done, total, cursor: run.cursor };
    if (before.tables === null) {
      const ids = extent.days ? await nextTicketsOfDays(tx, extent.days, run.cursor, BATCH) : await nextTicketIds(tx, run.cursor, BATCH);
      if (ids.length > 0) {
        const progress = await this.facts(tx, ids, before);
        const done = run.done + ids.length;
        return { done, total: Math.max(total, done), cursor: ids.at(-1)!, progress: json(progress) };
      }
      return { ...place, progress: json({ ...before, tables: 0 }) };
    }
    const progress = await this.sums(tx, before, before.tables, extent.months);
    if (before.tables + 1 < SUMMED.length) return { ...place, progress: json(progress) };
    return this.end(tx, run, place, progress);
  }

  private async facts(tx: Tx, ids: readonly string[], before: RecountProgress): Promise<RecountProgress> {
    const { caughtUp, wrong } = await this.refresh.execute(tx, ids, { verify: true });
    return {
      ...before,
      tickets: before.tickets + ids.length,
      caughtUp: before.caughtUp + caughtUp,
      facts: before.facts + wrong.length,
      found: keep(before.found, wrong),
    };
  }

  private async sums(tx: Tx, before: RecountProgress, at: number, months: readonly Month[] | null): Promise<RecountProgress> {
    const { table, cells } = SUMMED[at]!;
    if (!cells) return { ...before, tables: at + 1 };
    await this.cells.freezeWrites(tx, cells);
    const wrong = await this.cells.wrong(tx, cells, table, months);
    await this.cells.set(tx, cells, wrong);
    const found = keep(
      before.found,
      wrong.map((cell) => ({ table: cells.table, cell })),
    );
    return { ...before, tables: at + 1, cells: before.cells + wrong.length, found };
  }

  private async end(tx: Tx, run: Run<RecountKind>, place: Omit<Slice, 'progress'>, progress: RecountProgress): Promise<Slice> {
    const { facts, cells, found } = progress;
    const result = { ...outcomeOf(progress), facts, cells };
    if (result.differences > 0)
      await tx.append({
        type: DIFFERENCES_FOUND,
        version: 1,
        subject: { type: 'recount', id: run.id },
        actorId: null,
        payload: { ...result, kind: run.kind },
      });
    return { ...place, progress: json(progress), end: { result, details: found as unknown as readonly Json[] } };
  }
}

function keep(found: readonly Difference[], more: readonly Difference[]): readonly Difference[] {
  return [...found, ...more].slice(0, DIFFERENCES_KEPT);
}

function json(progress: RecountProgress): Slice['progress'] {
  return progress as unknown as Slice['progress'];
}
