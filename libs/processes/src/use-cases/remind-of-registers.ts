import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '#platform';
import { recommendationEvent } from '../domain/recommendation-events.js';
import { SOON_DAYS } from '../domain/control.js';
import { controlEvent } from '../domain/control-events.js';
import { ControlStore } from '../store/control-store.js';
import { RecommendationStore } from '../store/recommendation-store.js';

/** Days before a due on which its owner is reminded. */
const DAYS_BEFORE = 14;

/** Says, once for each due, that it comes or has passed; notices follow the events. */
@Injectable()
export class RemindOfRegisters {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recommendations: RecommendationStore,
    private readonly controls: ControlStore,
  ) {}

  /** Answers how many it told of. */
  async execute(): Promise<number> {
    return this.unitOfWork.run(async (tx) => (await this.recommendationsOf(tx)) + (await this.controlsOf(tx)));
  }

  private async recommendationsOf(tx: Tx): Promise<number> {
    const soon = await this.recommendations.takeUntold(tx, 'soon', DAYS_BEFORE);
    const late = await this.recommendations.takeUntold(tx, 'late', 0);
    for (const [what, found] of [['due-soon', soon] as const, ['overdue', late] as const])
      for (const { id, ownerId, source, number, countedDueOn } of found)
        await tx.append(recommendationEvent(what, id, null, { ownerId, source, number, dueOn: countedDueOn }));
    return soon.length + late.length;
  }

  private async controlsOf(tx: Tx): Promise<number> {
    const soon = await this.controls.takeUntold(tx, 'soon', SOON_DAYS);
    const late = await this.controls.takeUntold(tx, 'late', 0);
    for (const [what, found] of [['review-due', soon] as const, ['review-overdue', late] as const])
      for (const { id, ownerId, document, reviewDueOn } of found)
        await tx.append(controlEvent(what, id, null, { ownerId, document, dueOn: reviewDueOn }));
    return soon.length + late.length;
  }
}
