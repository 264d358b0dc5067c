import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, fieldRefused } from '#kernel';
import { UnitOfWork } from '#platform';
import { scorecardEvent } from '../domain/scorecard-events.js';
import { ScorecardYears, thisYear } from '../reads/scorecard-years.js';
import { ScorecardStore } from '../store/scorecard-store.js';
import { type FrozenValue, SnapshotStore } from '../store/snapshot-store.js';

/** Writes a year down as it is. A year that stands written is restated with a reason: the new snapshot names the one it replaces. */
@Injectable()
export class FreezeScorecard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cards: ScorecardStore,
    private readonly snapshots: SnapshotStore,
    private readonly years: ScorecardYears,
  ) {}

  /** Answers its number. Throws `processes.year-outside`, `processes.year-not-over` (409), `processes.restatement-needs-reason`. */
  async execute(actorId: string | null, cardId: string, year: number, reason: string | null): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const card = await this.cards.lock(tx, cardId);
      if (year < card.firstYear || year > card.lastYear) throw fieldRefused('processes.year-outside', 'year');
      if (year >= (await thisYear(tx))) throw new DomainError('processes.year-not-over', { year }, 'conflict');
      const before = (await this.snapshots.of(tx, cardId)).find((snapshot) => snapshot.year === year);
      if (before && reason === null) throw fieldRefused('processes.restatement-needs-reason', 'reason');
      const indicators = await this.cards.indicators(tx, cardId);
      const now = await this.years.now(tx, indicators, year);
      const values = now.map(({ target, status, value }, at): FrozenValue => ({ indicatorId: indicators[at]!.id, target, status, value }));
      const inputHash = createHash('sha256').update(JSON.stringify(values)).digest('hex');
      const number = (before?.number ?? 0) + 1;
      const [id, replacesId] = [randomUUID(), before?.id ?? null];
      await this.snapshots.add(
        tx,
        { ...{ id, scorecardId: cardId, year, number, replacesId, inputHash }, reason: before ? reason : null, frozenById: actorId },
        values,
      );
      await tx.append(scorecardEvent('frozen', cardId, actorId, { snapshotId: id, year, number, inputHash }));
      return number;
    });
  }
}
