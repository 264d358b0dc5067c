import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { type DomainEvent, notFound } from '#kernel';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import { type Answer, type AnswerTerms, requireSoundTerms } from '../domain/answer.js';
import { finds, requireWriter } from '../domain/answer-access.js';
import { AnswerStore } from '../store/answer-store.js';

/** Keeps an answer ready: a new one, another wording, none any more. */
@Injectable()
export class KeepAnswer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly answers: AnswerStore,
  ) {}

  /** Answers the id. Throws `replies.not-yours-to-write`, and with kind `invalid` what is wrong with a field. */
  async create(actor: Actor, terms: AnswerTerms): Promise<string> {
    requireRight(actor, 'answer.write');
    requireSoundTerms(terms);
    requireWriter(actor, { ...terms, ownerId: actor.id });
    return this.unitOfWork.run(async (tx) => {
      const id = randomUUID();
      await this.answers.add(tx, id, actor.id, terms);
      await tx.append(event('created', id, actor, { scope: terms.scope, groupId: terms.groupId }));
      return id;
    });
  }

  /** Throws as `create` does; `replies.answer.not-found`, `platform.version-mismatch` (412). */
  async change(actor: Actor, id: string, terms: AnswerTerms, ifMatch: string | undefined): Promise<void> {
    requireSoundTerms(terms);
    await this.unitOfWork.run(async (tx) => {
      const before = await this.lock(tx, actor, id, ifMatch);
      requireWriter(actor, { ...terms, ownerId: before.ownerId });
      await this.answers.change(tx, id, actor.id, terms);
      await tx.append(event('changed', id, actor, { scope: terms.scope, fields: changedFields(before, terms) }));
    });
  }

  async remove(actor: Actor, id: string, ifMatch: string | undefined): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { scope, groupId } = await this.lock(tx, actor, id, ifMatch);
      await this.answers.remove(tx, id);
      await tx.append(event('removed', id, actor, { scope, groupId }));
    });
  }

  private async lock(tx: Tx, actor: Actor, id: string, ifMatch: string | undefined): Promise<Answer> {
    requireRight(actor, 'answer.write');
    const answer = await this.answers.lock(tx, id);
    if (!answer || !finds(actor, answer)) throw notFound('replies.answer');
    requireWriter(actor, answer);
    requireVersion(ifMatch, answer.version);
    return answer;
  }
}

const FIELDS = ['scope', 'groupId', 'name', 'textLv', 'textEn', 'resolutionCode'] as const;

const changedFields = (before: AnswerTerms, after: AnswerTerms): string[] => FIELDS.filter((field) => before[field] !== after[field]);

function event(what: 'created' | 'changed' | 'removed', id: string, actor: Actor, payload: DomainEvent['payload']): DomainEvent {
  return { type: `replies.answer-${what}`, version: 1, subject: { type: 'answer', id }, actorId: actor.id, payload };
}
