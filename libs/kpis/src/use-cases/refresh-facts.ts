import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { cellChanges } from '../domain/cell.js';
import type { KpiCode } from '../domain/kpi.js';
import type { Month } from '../domain/month.js';
import type { TicketEvent } from '../domain/ticket-event.js';
import type { TicketFacts } from '../domain/ticket-facts.js';
import { TicketFolder } from '../reads/ticket-folder.js';
import { CellStore } from '../store/cell-store.js';
import { type Changes, changesBetween, FactStore, type Reach } from '../store/fact-store.js';
import { clockFacts, type FactTable, ratingFacts, resolutionFacts } from '../store/fact-table.js';
import { readTicketEvents } from '../store/ticket-events.js';

/** What a refresh found of some tickets. */
export interface RefreshOutcome {
  /** Tickets whose facts had not yet seen all events: no fault, the reaction was still to come. */
  readonly caughtUp: number;
  /** Facts that had seen all events and yet said something else. */
  readonly wrongFacts: number;
  /** Months whose figures moved. */
  readonly moved: readonly MovedMonth[];
}

export interface MovedMonth {
  readonly code: KpiCode;
  readonly month: Month;
}

interface BringOptions {
  readonly moveCells: boolean;
  readonly moved: Map<string, MovedMonth>;
}

interface Sorted {
  readonly behind: string[];
  readonly level: string[];
}

/**
 * Recomputes the facts of tickets from their raw events and moves the cells by the difference, in the caller's transaction.
 * The facts depend on the set of events alone, so order, repetition and lateness of the calls do not matter; the lock on the
 * ticket's row makes two calls for one ticket follow each other.
 */
@Injectable()
export class RefreshFacts {
  constructor(
    private readonly facts: FactStore,
    private readonly cells: CellStore,
    private readonly folder: TicketFolder,
  ) {}

  /** With `verify`, facts that have seen all events are held against them too; a reaction saves itself that. */
  async execute(tx: Tx, ticketIds: readonly string[], { verify = false }: { verify?: boolean } = {}): Promise<RefreshOutcome> {
    const reaches = await this.facts.lock(tx, ticketIds);
    // After the lock: everything that a call before us could have seen is visible now.
    const events = await readTicketEvents(tx, ticketIds);
    const { behind, level } = sortByReach(reaches, events);
    const moved = new Map<string, MovedMonth>();
    await this.bring(tx, behind, await this.folder.fold(tx, behind, events), { moveCells: true, moved });
    const wrongFacts = verify ? await this.bring(tx, level, await this.folder.fold(tx, level, events), { moveCells: false, moved }) : 0;
    if (behind.length > 0)
      await this.facts.saveReach(
        tx,
        behind.map((id) => reachOf(id, events.get(id) ?? [])),
      );
    return { caughtUp: behind.length, wrongFacts, moved: [...moved.values()] };
  }

  /** A fact that is wrong although it had seen all events says nothing of the cells: these are recounted by themselves. */
  private async bring(tx: Tx, ticketIds: readonly string[], facts: readonly TicketFacts[], options: BringOptions): Promise<number> {
    if (ticketIds.length === 0) return 0;
    const clocks = await this.bringTable(
      tx,
      'KPI-09',
      clockFacts,
      ticketIds,
      facts.flatMap((f) => f.clocks),
      options,
    );
    const ratings = await this.bringTable(
      tx,
      'KPI-02',
      ratingFacts,
      ticketIds,
      facts.flatMap((f) => f.ratings),
      options,
    );
    const resolutions = await this.bringTable(
      tx,
      'KPI-02',
      resolutionFacts,
      ticketIds,
      facts.flatMap((f) => f.resolutions),
      options,
    );
    return clocks + ratings + resolutions;
  }

  private async bringTable<Fact extends object>(
    tx: Tx,
    code: KpiCode,
    table: FactTable<Fact>,
    ticketIds: readonly string[],
    shouldBe: readonly Fact[],
    { moveCells, moved }: BringOptions,
  ): Promise<number> {
    const changes: Changes<Fact> = changesBetween(table, await this.facts.ofTickets(tx, table, ticketIds), shouldBe);
    if (changes.gone.length + changes.come.length === 0) return 0;
    await this.facts.apply(tx, table, changes);
    const cells = cellChanges(changes.gone.map(table.contribution), changes.come.map(table.contribution));
    if (moveCells) await this.cells.add(tx, table.cells, cells);
    for (const { month } of cells) moved.set(`${code} ${month}`, { code, month });
    return Math.max(changes.gone.length, changes.come.length);
  }
}

function sortByReach(reaches: ReadonlyMap<string, Reach>, events: ReadonlyMap<string, readonly TicketEvent[]>): Sorted {
  const sorted: Sorted = { behind: [], level: [] };
  for (const [id, reach] of reaches) {
    const seen = events.get(id) ?? [];
    const level = reach.events === seen.length && reach.lastEventId === (seen.at(-1)?.id ?? 0);
    (level ? sorted.level : sorted.behind).push(id);
  }
  return sorted;
}

function reachOf(ticketId: string, events: readonly TicketEvent[]): Reach {
  const known = events.map((event) => event.knownAt).sort((a, b) => a - b);
  return {
    ticketId,
    firstKnownAt: known[0] ?? null,
    lastKnownAt: known.at(-1) ?? null,
    lastEventId: events.at(-1)?.id ?? 0,
    events: events.length,
  };
}
