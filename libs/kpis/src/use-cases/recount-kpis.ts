import { Injectable, Logger } from '@nestjs/common';
import { Database, UnitOfWork } from '#platform';
import type { Month } from '../domain/month.js';
import { CellStore } from '../store/cell-store.js';
import { clockFacts, type FactTableShape, ratingFacts, resolutionFacts } from '../store/fact-table.js';
import { nextTicketIds } from '../store/ticket-events.js';
import { RefreshFacts } from './refresh-facts.js';

export interface RecountRequest {
  /** These tickets' facts only; all where absent. */
  readonly ticketIds?: readonly string[];
  /** Cells of these months only; all where absent. */
  readonly months?: readonly Month[];
}

export interface RecountOutcome {
  readonly tickets: number;
  /** Tickets that had events whose reaction was still to come; they are up to date now. */
  readonly caughtUp: number;
  /** Facts and cells that did not say what the events say. */
  readonly differences: number;
  /** How many of them say it now. */
  readonly healed: number;
}

const BATCH = 500;
const TABLES: readonly FactTableShape[] = [clockFacts, ratingFacts, resolutionFacts];

/**
 * Counts from the raw events and holds facts and cells against it; what differs is put right and reported. Facts that have
 * not seen the latest events are no difference: they are brought up to date on the way.
 */
@Injectable()
export class RecountKpis {
  private readonly log = new Logger(RecountKpis.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly refresh: RefreshFacts,
    private readonly cells: CellStore,
  ) {}

  async execute({ ticketIds, months }: RecountRequest = {}): Promise<RecountOutcome> {
    const facts = { tickets: 0, caughtUp: 0, wrong: 0 };
    for await (const batch of this.batches(ticketIds)) {
      const outcome = await this.unitOfWork.run((tx) => this.refresh.execute(tx, batch, { verify: true }));
      facts.tickets += batch.length;
      facts.caughtUp += outcome.caughtUp;
      facts.wrong += outcome.wrongFacts;
    }
    const cells = await this.recountCells(months ?? null);
    const differences = facts.wrong + cells;
    if (differences > 0) this.log.warn(`recount found and put right ${differences} differences: ${facts.wrong} facts, ${cells} cells`);
    return { tickets: facts.tickets, caughtUp: facts.caughtUp, differences, healed: differences };
  }

  private async *batches(ticketIds: readonly string[] | undefined): AsyncGenerator<readonly string[]> {
    if (ticketIds) {
      for (let at = 0; at < ticketIds.length; at += BATCH) yield ticketIds.slice(at, at + BATCH);
      return;
    }
    let batch = await nextTicketIds(this.database, null, BATCH);
    while (batch.length > 0) {
      yield batch;
      batch = await nextTicketIds(this.database, batch.at(-1)!, BATCH);
    }
  }

  private async recountCells(months: readonly Month[] | null): Promise<number> {
    let wrong = 0;
    for (const table of TABLES) {
      wrong += await this.unitOfWork.run(async (tx) => {
        await this.cells.freezeWrites(tx, table.cells);
        const found = await this.cells.wrong(tx, table.cells, table.table, months);
        await this.cells.set(tx, table.cells, found);
        return found.length;
      });
    }
    return wrong;
  }
}
