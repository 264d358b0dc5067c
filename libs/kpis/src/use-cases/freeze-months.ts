import { Injectable, Logger } from '@nestjs/common';
import { type Tx, UnitOfWork } from '#platform';
import { KPI_CODES, type KpiCode } from '../domain/kpi.js';
import type { Month } from '../domain/month.js';
import { FreezeInstants } from '../reads/freeze-instants.js';
import { EditionStore } from '../store/edition-store.js';
import { PublishEdition } from './publish-edition.js';
import { RecountKpis } from './recount-kpis.js';

/** Freezes every month whose freeze has come: the end of the fifth working day of the month after it (DOMAIN 4.6). */
@Injectable()
export class FreezeMonths {
  private readonly log = new Logger(FreezeMonths.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly editions: EditionStore,
    private readonly freezes: FreezeInstants,
    private readonly recount: RecountKpis,
    private readonly publish: PublishEdition,
  ) {}

  /** Answers how many months were frozen now. */
  async execute(): Promise<{ frozen: number }> {
    let frozen = 0;
    let recounted = false;
    for (const code of KPI_CODES) {
      for (const month of await this.editions.unfrozenMonths(code)) {
        const freezeAt = await this.freezes.of(month);
        if (!(await this.unitOfWork.run(async (tx) => tx.now >= freezeAt))) continue;
        // What is frozen stays, so it is held against the events first.
        if (!recounted) await this.recount.execute(undefined, { gently: true });
        recounted = true;
        if (await this.unitOfWork.run((tx) => this.freeze(tx, code, month))) frozen += 1;
      }
    }
    if (frozen > 0) this.log.log(`froze ${frozen} months of figures`);
    return { frozen };
  }

  private async freeze(tx: Tx, code: KpiCode, month: Month): Promise<boolean> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('kpis.edition'), hashtext($1))`, [`${code} ${month}`]);
    if (await this.editions.latest(code, month, tx)) return false;
    const freezeAt = await this.freezes.of(month);
    const began = await this.editions.firstRecordedAt(tx);
    // A month that should have been frozen before this system recorded anything is frozen as it is known today.
    await this.publish.execute(tx, { code, month, knownUntil: began !== null && freezeAt > began ? freezeAt : await tx.instant() });
    return true;
  }
}
