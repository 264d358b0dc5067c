import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import { type SharedAnswer, SharedAnswers } from '#replies';
import { type Names, priorityOf, TicketNames } from '#tickets';
import type { RuleTerms } from '../domain/rule.js';
import type { RuleTermsResponse } from '../http/responses/rule.response.js';

type Naming = Pick<RuleTerms, 'serviceIds' | 'institutionIds' | 'groupId' | 'answerId' | 'watcherIds'>;

/** The names of all that some rules name. */
export interface RuleNames {
  readonly names: Names;
  readonly answers: ReadonlyMap<string, SharedAnswer>;
}

/** Finds the names of what rules name, one question for each kind. */
@Injectable()
export class RuleNaming {
  constructor(
    private readonly names: TicketNames,
    private readonly answers: SharedAnswers,
  ) {}

  async of(locale: Locale, rules: readonly Naming[], people: readonly string[] = []): Promise<RuleNames> {
    const answerIds = rules.flatMap(({ answerId }) => (answerId === null ? [] : [answerId]));
    const [names, answers] = await Promise.all([
      this.names.find(locale, {
        people: [...people, ...rules.flatMap(({ watcherIds }) => watcherIds)],
        institutions: rules.flatMap(({ institutionIds }) => institutionIds),
        services: rules.flatMap(({ serviceIds }) => serviceIds),
        groups: rules.map(({ groupId }) => groupId),
      }),
      this.answers.list(answerIds),
    ]);
    return { names, answers: new Map(answers.map((answer) => [answer.id, answer])) };
  }
}

/** The terms with their names. */
export function writeTerms(terms: RuleTerms, { names, answers }: RuleNames): RuleTermsResponse {
  const { title, active, withoutService, sources, wordsAny, wordsAll, wordsNone, wordsIn, hours, impact, urgency } = terms;
  const { category, answerId } = terms;
  return {
    ...{ title, active, withoutService, wordsIn, hours, impact, urgency, category },
    ...{ sources: [...sources], wordsAny: [...wordsAny], wordsAll: [...wordsAll], wordsNone: [...wordsNone] },
    services: terms.serviceIds.map((id) => names.of(id)),
    institutions: terms.institutionIds.map((id) => names.of(id)),
    group: names.orNull(terms.groupId),
    priority: impact === null || urgency === null ? null : priorityOf(impact, urgency),
    answer: answerId === null ? null : { id: answerId, name: answers.get(answerId)?.name ?? '' },
    watchers: terms.watcherIds.map((id) => names.of(id)),
  };
}
