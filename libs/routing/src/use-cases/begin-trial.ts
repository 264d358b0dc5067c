import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError, type DomainEvent, formatInstant, type Json, plusSeconds } from '#kernel';
import { type Run, type Tx, UnitOfWork } from '#platform';
import { type Rule, type RuleTerms, termsOf } from '../domain/rule.js';
import { requireSoundTerms } from '../domain/sound-terms.js';
import { DRAFT, type TrialRule } from '../domain/trial.js';
import { RuleStore } from '../store/rule-store.js';
import { routingRuns } from '../store/runs.js';
import { RunTrial } from './run-trial.js';

/** What is to be tried: the rules as they are, and perhaps one that is not kept yet. */
export interface Trial {
  readonly days: number;
  /** Rules that are switched off are tried as if they were on. */
  readonly withInactive: boolean;
  readonly draft: RuleTerms | null;
  /** The rule that the draft would replace; null: it would stand behind all others. */
  readonly draftOf: string | null;
}

const DAY_SECONDS = 86_400;

/** Begins a try of the rules on past tickets. They are written down with it, so that what is kept meanwhile changes nothing in it. */
@Injectable()
export class BeginTrial {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: RuleStore,
    private readonly work: RunTrial,
  ) {}

  /** Ends what the same person was trying. Throws `routing.nothing-to-try`, `routing.rule.not-found`, and 422 for the draft. */
  async execute(actor: Actor, trial: Trial): Promise<Run> {
    requireRight(actor, 'admin.settings');
    if (trial.draft) requireSoundTerms(trial.draft);
    const run = await this.unitOfWork.run(async (tx) => {
      const rules = await this.tried(tx, trial);
      if (rules.length === 0) throw new DomainError('routing.nothing-to-try', {}, 'conflict');
      const earlier = await routingRuns.active(tx, 'trial', { by: actor.id });
      await routingRuns.cancel(
        tx,
        earlier.map(({ id }) => id),
      );
      const { days, withInactive } = trial;
      const since = formatInstant(plusSeconds(tx.now, -days * DAY_SECONDS));
      const request = { by: actor.id, days, withInactive, since, rules: rules as unknown as Json };
      const laid = await routingRuns.insert(tx, { kind: 'trial', subject: actor.id, actorId: actor.id, request });
      if (!laid) throw new DomainError('routing.trial-under-way', {}, 'conflict');
      await tx.append(triedEvent(actor, laid.id, trial));
      return laid;
    });
    await this.work.begin(run.id);
    return run;
  }

  private async tried(tx: Tx, { withInactive, draft, draftOf }: Trial): Promise<TrialRule[]> {
    const rules = await this.rules.list(tx);
    if (draftOf !== null && !rules.some(({ id }) => id === draftOf)) throw new DomainError('routing.rule.not-found', {}, 'not-found');
    const drafted: TrialRule[] = draft ? [trialRule(DRAFT, draft)] : [];
    const kept = rules.flatMap((rule): TrialRule[] => {
      if (draft && rule.id === draftOf) return drafted;
      return rule.active || withInactive ? [keptRule(rule)] : [];
    });
    return draftOf === null ? [...kept, ...drafted] : kept;
  }
}

/** Counting past tickets by words tells something of them, so it is on record who counted what. */
function triedEvent(actor: Actor, runId: string, { days, withInactive, draft }: Trial): DomainEvent {
  const payload = { days, withInactive, draft: draft && (termsOf(draft) as unknown as Json) };
  return { type: 'routing.rules-tried', version: 1, subject: { type: 'routing-trial', id: runId }, actorId: actor.id, payload };
}

const keptRule = (rule: Rule): TrialRule => trialRule(rule.id, termsOf(rule));

function trialRule(key: string, { title, groupId, ...conditions }: RuleTerms): TrialRule {
  return { key, title, groupId, conditions };
}
