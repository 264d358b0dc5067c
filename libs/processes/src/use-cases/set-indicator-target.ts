import { Injectable } from '@nestjs/common';
import { DomainError, fieldRefused } from '#kernel';
import { UnitOfWork } from '#platform';
import { scorecardEvent } from '../domain/scorecard-events.js';
import { ScorecardStore } from '../store/scorecard-store.js';
import { SnapshotStore } from '../store/snapshot-store.js';

export interface TargetInput {
  readonly year: number;
  readonly value: number;
  readonly source: string;
}

/** Sets what is to be reached in a year, with the document that says so. What was set before is kept; a frozen year keeps its own. */
@Injectable()
export class SetIndicatorTarget {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cards: ScorecardStore,
    private readonly snapshots: SnapshotStore,
  ) {}

  /** Throws `processes.milestone-has-no-target`, `processes.year-outside`, `processes.year-frozen` (409), `processes.value-invalid`. */
  async execute(actorId: string, indicatorId: string, { year, value, source }: TargetInput): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { indicator, card } = await this.cards.indicator(tx, indicatorId);
      if (indicator.kind === 'milestone') throw new DomainError('processes.milestone-has-no-target', {}, 'conflict');
      await this.cards.lock(tx, card.id);
      if (year < card.firstYear || year > card.lastYear) throw fieldRefused('processes.year-outside', 'year');
      if (indicator.unit === 'percent' && value > 100) throw fieldRefused('processes.value-invalid', 'value');
      // Shifting the goal after the shot: a year that was written down keeps the target that it was held against.
      if ((await this.snapshots.of(tx, card.id)).some((snapshot) => snapshot.year === year))
        throw new DomainError('processes.year-frozen', { year }, 'conflict');
      await this.cards.setTarget(tx, { indicatorId, year, value, source, setById: actorId });
      await tx.append(scorecardEvent('target-set', card.id, actorId, { indicatorId, year, value }));
    });
  }
}
