import { Injectable } from '@nestjs/common';
import { type Actor, holds, IdentityFacts } from '#identity';
import { ReferenceWords } from '#incidents';
import { formatInstant, notFound } from '#kernel';
import { Database } from '#platform';
import type { Rule } from '../domain/rule.js';
import { MOST_RULES } from '../domain/sound-terms.js';
import type { RuleResponse, RulesResponse } from '../http/responses/rule.response.js';
import { AppliedRules } from '../store/applied-rules.js';
import { RuleStore } from '../store/rule-store.js';
import { type RuleNames, RuleNaming, writeTerms } from './rule-names.js';

const LATELY_DAYS = 30;

/** Rules with the names of what they name, and how often each has counted lately. */
@Injectable()
export class RulePages {
  constructor(
    private readonly database: Database,
    private readonly rules: RuleStore,
    private readonly applied: AppliedRules,
    private readonly naming: RuleNaming,
    private readonly identity: IdentityFacts,
    private readonly reference: ReferenceWords,
  ) {}

  async list(actor: Actor): Promise<RulesResponse> {
    const version = await this.rules.setVersion(this.database);
    const items = await this.write(actor, await this.rules.list());
    return { items, version, may: { write: holds(actor, 'admin.settings'), most: MOST_RULES } };
  }

  /** Throws `routing.rule.not-found`. */
  async one(actor: Actor, id: string): Promise<RuleResponse> {
    const rule = await this.rules.find(id);
    if (!rule) throw notFound('routing.rule');
    return (await this.write(actor, [rule]))[0]!;
  }

  private async write(actor: Actor, rules: readonly Rule[]): Promise<RuleResponse[]> {
    const people = rules.map(({ updatedById }) => updatedById);
    const [found, lately, rosters, words] = await Promise.all([
      this.naming.of(actor.locale, rules, people),
      this.applied.lately(LATELY_DAYS),
      this.identity.rosters(),
      this.reference.all(),
    ]);
    const groups = new Set(rosters.map(({ groupId }) => groupId));
    const categories = new Set(words.flatMap(({ list, code, active }) => (list === 'category' && active ? [code] : [])));
    return rules.map((rule) => ({
      ...writeTerms(rule, found),
      ...{ id: rule.id, position: rule.position, version: rule.version, updatedAt: formatInstant(rule.updatedAt) },
      updatedBy: found.names.of(rule.updatedById),
      lately: lately.get(rule.id) ?? 0,
      faults: faultsOf(rule, found, { groups, categories }),
    }));
  }
}

/** What rules may still name. */
interface InUse {
  readonly groups: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
}

function faultsOf({ groupId, answerId, category }: Rule, { answers }: RuleNames, { groups, categories }: InUse): RuleResponse['faults'] {
  return [
    ...(groupId !== null && !groups.has(groupId) ? ['group-ended' as const] : []),
    ...(answerId !== null && answers.get(answerId)?.needsPerson !== false ? ['answer-gone' as const] : []),
    ...(category !== null && !categories.has(category) ? ['category-retired' as const] : []),
  ];
}
