import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform';
import { crossingEvents } from '../domain/clock-events.js';
import { noteSweep, recordDueCrossings } from '../store/due-crossings.js';

/** Crossings in one transaction. Ten thousand take about a second; more are done in several, so that none waits for all. */
const BATCH = 5_000;

/** The sweep: what is due is recorded, told to the event log and handed to the reactions that come after it (DOMAIN 4.4). */
@Injectable()
export class RecordCrossings {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Records everything that is due now; answers how many crossings there were. Sweeps may run side by side. */
  async execute(): Promise<number> {
    let total = 0;
    for (let found = BATCH; found === BATCH; total += found) found = await this.batch();
    await this.unitOfWork.run((tx) => noteSweep(tx, total));
    return total;
  }

  private async batch(): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const swept = await recordDueCrossings(tx, BATCH);
      await tx.append(...swept.flatMap((crossing) => crossingEvents(crossing, crossing, crossing.recordedAt)));
      return swept.length;
    });
  }
}
