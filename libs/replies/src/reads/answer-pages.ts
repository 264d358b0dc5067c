import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { formatInstant, notFound } from '#kernel';
import { type Names, TicketNames } from '#tickets';
import type { Answer } from '../domain/answer.js';
import { finds, mayWrite, scopesOf } from '../domain/answer-access.js';
import { PLACEHOLDERS } from '../domain/placeholders.js';
import type { AnswerResponse, AnswersResponse } from '../http/responses/answer.response.js';
import { type AnswerQuery, AnswerStore } from '../store/answer-store.js';

/** Answers kept ready, for those who keep them. */
@Injectable()
export class AnswerPages {
  constructor(
    private readonly answers: AnswerStore,
    private readonly names: TicketNames,
  ) {}

  async list(actor: Actor, query: AnswerQuery): Promise<AnswersResponse> {
    const { items, nextCursor } = await this.answers.page(actor, query);
    const names = await this.namesOf(actor, items);
    const groups = actor.groupIds.map((id) => names.of(id)).sort((a, b) => a.name.localeCompare(b.name, 'lv'));
    return {
      items: items.map((answer) => written(actor, answer, names)),
      nextCursor,
      may: { scopes: scopesOf(actor), groups, placeholders: [...PLACEHOLDERS] },
    };
  }

  /** Throws `replies.answer.not-found` where there is none, or none for this reader. */
  async one(actor: Actor, id: string): Promise<AnswerResponse> {
    const answer = await this.answers.find(id);
    if (!answer || !finds(actor, answer)) throw notFound('replies.answer');
    return written(actor, answer, await this.namesOf(actor, [answer]));
  }

  private namesOf(actor: Actor, answers: readonly Answer[]): Promise<Names> {
    return this.names.find(actor.locale, {
      people: answers.flatMap(({ ownerId, updatedById }) => [ownerId, updatedById]),
      groups: [...actor.groupIds, ...answers.map(({ groupId }) => groupId)],
    });
  }
}

function written(actor: Actor, answer: Answer, names: Names): AnswerResponse {
  const { id, scope, name, textLv, textEn, resolutionCode, version } = answer;
  return {
    ...{ id, scope, name, textLv, textEn, resolutionCode, version },
    group: names.orNull(answer.groupId),
    owner: names.of(answer.ownerId),
    updatedAt: formatInstant(answer.updatedAt),
    updatedBy: names.of(answer.updatedById),
    mayWrite: mayWrite(actor, answer),
  };
}
