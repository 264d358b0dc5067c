import { Injectable } from '@nestjs/common';
import { Database, UnitOfWork } from '#platform';
import { EditionStore } from '../store/edition-store.js';
import { nextTicketIds } from '../store/ticket-events.js';
import { type MovedMonth, RefreshFacts } from './refresh-facts.js';
import { RestateMonth } from './restate-month.js';

export interface ImportProgress {
  readonly tickets: number;
}

export interface ImportOutcome {
  readonly tickets: number;
  /** Months whose figures moved. */
  readonly months: number;
  /** Of these, the months that were frozen and are restated now. */
  readonly restated: number;
}

const BATCH = 1_000;

/**
 * Takes in the figures of imported history: tickets whose events came without reactions. A thousand tickets a transaction, each
 * fact in its original month. A second run finds nothing left to do; one that was interrupted goes on where it stopped.
 */
@Injectable()
export class ImportFacts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly refresh: RefreshFacts,
    private readonly editions: EditionStore,
    private readonly restate: RestateMonth,
  ) {}

  /** These tickets, or all that have events. */
  async execute({
    ticketIds,
    onProgress,
  }: { ticketIds?: readonly string[]; onProgress?: (progress: ImportProgress) => void } = {}): Promise<ImportOutcome> {
    const moved = new Map<string, MovedMonth>();
    let tickets = 0;
    for await (const batch of this.batches(ticketIds)) {
      const outcome = await this.unitOfWork.run((tx) => this.refresh.execute(tx, batch));
      for (const month of outcome.moved) moved.set(`${month.code} ${month.month}`, month);
      tickets += batch.length;
      onProgress?.({ tickets });
    }
    return { tickets, months: moved.size, restated: await this.restateFrozen([...moved.values()]) };
  }

  private async restateFrozen(months: readonly MovedMonth[]): Promise<number> {
    let restated = 0;
    for (const { code, month } of months) {
      if (!(await this.editions.latest(code, month))) continue;
      await this.restate.execute({ code, month, reason: 'history imported', cause: 'import' });
      restated += 1;
    }
    return restated;
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
}
