import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform';
import type { Bilingual } from '../domain/scorecard.js';
import { scorecardEvent } from '../domain/scorecard-events.js';
import { goalsOf, ScorecardTemplates } from '../reads/scorecard-template.js';
import { ScorecardStore } from '../store/scorecard-store.js';

export interface ScorecardInput {
  readonly template: string;
  readonly name: Bilingual;
  readonly firstYear: number;
  /** The document that sets the goals; that of the template where it is left out. */
  readonly source: string | null;
  readonly baselines: readonly { readonly code: string; readonly value: number }[];
}

/** Lays a scorecard out from a template: its goals, indicators, tasks, and targets for the years from the first one on. */
@Injectable()
export class CreateScorecard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cards: ScorecardStore,
    private readonly templates: ScorecardTemplates,
  ) {}

  /** Answers its id. Throws `processes.template-unknown`. */
  async execute(actorId: string | null, { template: code, name, firstYear, source, baselines }: ScorecardInput): Promise<string> {
    const template = this.templates.one(code);
    const card = { id: randomUUID(), name, firstYear, lastYear: firstYear + template.years - 1, source: source ?? template.source };
    await this.unitOfWork.run(async (tx) => {
      const goals = goalsOf(template, firstYear, new Map(baselines.map((one) => [one.code, one.value])));
      await this.cards.add(tx, card, goals, actorId);
      await tx.append(scorecardEvent('created', card.id, actorId, { template: code, firstYear }));
    });
    return card.id;
  }
}
