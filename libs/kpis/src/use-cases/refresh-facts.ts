import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { cellChanges } from '../domain/cell.js';
import { KPI_CODES, type KpiCode } from '../domain/kpi.js';
import type { Month } from '../domain/month.js';
import type { TicketEvent } from '../domain/ticket-event.js';
import type { FactKind, TicketFacts } from '../domain/ticket-facts.js';
import { TicketFolder } from '../reads/ticket-folder.js';
import { CellStore } from '../store/cell-store.js';
import { type Changes, changesBetween, FactStore, type Reach } from '../store/fact-store.js';
import { FACT_KINDS, FACT_TABLES, type FactTable, factId } from '../store/fact-table.js';
import { KPI_FACTS } from '../store/kpi-facts.js';
import { readTicketEvents } from '../store/ticket-events.js';

/** What a refresh found of some tickets. */
export interface RefreshOutcome {
  /** Tickets whose facts had not yet seen all events: no fault, the reaction was still to come. */
  readonly caughtUp: number;
  /** Facts that had seen all events and yet said something else. */
  readonly wrong: readonly WrongFact[];
  /** Months whose figures moved. */
  readonly moved: readonly MovedMonth[];
}

/** A fact that did not say what its ticket's events say. */
export interface WrongFact {
  readonly table: string;
  readonly id: string;
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
    const wrong = verify ? await this.bring(tx, level, await this.folder.fold(tx, level, events), { moveCells: false, moved }) : [];
    if (behind.length > 0)
      await this.facts.saveReach(
        tx,
        behind.map((id) => reachOf(id, events.get(id) ?? [])),
      );
    return { caughtUp: behind.length, wrong, moved: [...moved.values()] };
  }

  /** A fact that is wrong although it had seen all events says nothing of the cells: these are recounted by themselves. */
  private async bring(tx: Tx, ticketIds: readonly string[], facts: readonly TicketFacts[], options: BringOptions): Promise<WrongFact[]> {
    if (ticketIds.length === 0) return [];
    const wrong: WrongFact[] = [];
    for (const kind of FACT_KINDS) wrong.push(...(await this.bringKind(tx, kind, ticketIds, facts, options)));
    return wrong;
  }

  private async bringKind<Kind extends FactKind>(
    tx: Tx,
    kind: Kind,
    ticketIds: readonly string[],
    facts: readonly TicketFacts[],
    { moveCells, moved }: BringOptions,
  ): Promise<WrongFact[]> {
    type Fact = TicketFacts[Kind][number];
    const table: FactTable<Fact> = FACT_TABLES[kind] as unknown as FactTable<Fact>;
    const shouldBe = facts.flatMap((of) => of[kind] as readonly Fact[]);
    const { gone, come }: Changes<Fact> = changesBetween(table, await this.facts.ofTickets(tx, table, ticketIds), shouldBe);
    const changed = [...gone, ...come];
    if (changed.length === 0) return [];
    await this.facts.apply(tx, table, { gone, come });
    if (moveCells && table.cells)
      await this.cells.add(tx, table.cells, cellChanges(gone.map(table.contribution), come.map(table.contribution)));
    for (const month of changed.flatMap((fact) => table.months.of(fact, tx.now))) {
      for (const code of codesOf(kind)) moved.set(`${code} ${month}`, { code, month });
    }
    const ids = [...new Set(changed.map((fact) => factId(table, fact)))];
    return ids.map((id) => ({ table: table.table, id }));
  }
}

function codesOf(kind: FactKind): KpiCode[] {
  return KPI_CODES.filter((code) => KPI_FACTS[code].kinds.includes(kind));
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
