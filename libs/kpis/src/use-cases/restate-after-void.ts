import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { type Month, monthOfDate } from '../domain/month.js';
import { EditionStore } from '../store/edition-store.js';
import { RefreshFacts } from './refresh-facts.js';
import { RestateMonth } from './restate-month.js';

export interface VoidedBreach {
  readonly clockId: string;
  readonly ticketId: string;
  readonly reason: string;
  /** The second person. */
  readonly confirmedBy: string | undefined;
}

/**
 * DOMAIN 4.6: a breach that is voided after the freeze of its month changes the frozen figure by a restatement; before it the
 * living figure simply follows. The month in which the clock is decided now is restated too, where it is frozen as well.
 */
@Injectable()
export class RestateAfterVoid {
  constructor(
    private readonly refresh: RefreshFacts,
    private readonly editions: EditionStore,
    private readonly restate: RestateMonth,
  ) {}

  /** Answers the months that were restated. */
  async execute(tx: Tx, { clockId, ticketId, reason, confirmedBy }: VoidedBreach): Promise<Month[]> {
    // Before any row is locked: the restatement will want the facts to stand still.
    await this.editions.lockFacts(tx);
    await this.refresh.execute(tx, [ticketId]);
    const months = await this.monthsToRestate(tx, clockId);
    for (const month of months) {
      await this.restate.within(tx, { code: 'KPI-09', month, reason, actorId: confirmedBy, cause: 'void', ticketId });
    }
    return months;
  }

  /** Frozen months whose latest edition says something else of a clock than is known now. */
  private async monthsToRestate(tx: Tx, clockId: string): Promise<Month[]> {
    const rows = await tx.query<{ month: string }>(
      `with latest as (select month, max(id) as id from kpis.edition where code = 'KPI-09' group by month)
       select l.month from latest l
       left join kpis.clock_fact frozen on frozen.edition = l.id and frozen.clock_id = $1 and frozen.month = l.month
       left join kpis.clock_fact living on living.edition = 0 and living.clock_id = $1 and living.month = l.month
       where frozen.outcome is distinct from living.outcome order by l.month`,
      [clockId],
    );
    return rows.map((row) => monthOfDate(row.month));
  }
}
