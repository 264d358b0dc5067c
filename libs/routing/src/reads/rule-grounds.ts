import { Injectable } from '@nestjs/common';
import { CatalogueFacts } from '#catalogue';
import { ActorReader, holds, IdentityFacts } from '#identity';
import { ReferenceWords } from '#incidents';
import { fieldRefused } from '#kernel';
import type { Queryable } from '#platform';
import { SharedAnswers } from '#replies';
import type { RuleTerms } from '../domain/rule.js';

/** What rules name must be there. */
@Injectable()
export class RuleGrounds {
  constructor(
    private readonly identity: IdentityFacts,
    private readonly catalogue: CatalogueFacts,
    private readonly answers: SharedAnswers,
    private readonly actors: ActorReader,
    private readonly reference: ReferenceWords,
  ) {}

  /** Refuses (422) what is not there, or cannot be used by a rule, at its field. */
  async require(on: Queryable, terms: RuleTerms): Promise<void> {
    const { serviceIds, institutionIds, groupId, category, answerId, watcherIds } = terms;
    if ((await this.catalogue.names(serviceIds, 'lv', on)).size < serviceIds.length)
      throw fieldRefused('routing.service-unknown', 'serviceIds');
    if ((await this.identity.institutionNames(institutionIds, 'lv', on)).size < institutionIds.length)
      throw fieldRefused('routing.institution-unknown', 'institutionIds');
    if (groupId !== null && !(await this.identity.group(groupId, on))) throw fieldRefused('routing.group-unknown', 'groupId');
    if (category !== null) await this.reference.requireInUse('category', category, 'category', on);
    await this.requireAnswer(on, answerId);
    for (const id of watcherIds) {
      const person = await this.actors.byId(id, on);
      if (!person || !holds(person, 'ticket.desk')) throw fieldRefused('routing.watcher-unknown', 'watcherIds');
    }
  }

  private async requireAnswer(on: Queryable, answerId: string | null): Promise<void> {
    if (answerId === null) return;
    const [answer] = await this.answers.list([answerId], on);
    if (!answer) throw fieldRefused('routing.answer-unknown', 'answerId');
    if (answer.needsPerson) throw fieldRefused('routing.answer-needs-person', 'answerId');
  }
}
