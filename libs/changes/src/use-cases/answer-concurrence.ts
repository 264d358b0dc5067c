import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError, notFound } from '#kernel';
import type { TicketTarget } from '#tickets';
import { rigaDay } from '../domain/change-window.js';
import { Concurrences } from '../store/concurrences.js';
import { ChangeWork } from './change-work.js';
import { SettleAuthority } from './settle-authority.js';

export interface ConcurrenceAnswer {
  readonly granted: boolean;
  readonly answeredOn: string | null;
  readonly note: string | null;
  readonly document: string | null;
}

/** Keeps what the body outside answered. The last missing yes lets an approved change go on; a no rejects it. */
@Injectable()
export class AnswerConcurrence {
  constructor(
    private readonly work: ChangeWork,
    private readonly concurrences: Concurrences,
    private readonly settle: SettleAuthority,
  ) {}

  /** Throws `changes.concurrence.not-found`, `changes.concurrence-answered-already`. */
  async execute(actor: Actor, target: TicketTarget, id: string, answer: ConcurrenceAnswer): Promise<string> {
    return this.work.run(actor, target, 'ask_concurrence', async (change, tx) => {
      const found = (await this.concurrences.of(tx, change.id)).find((one) => one.id === id);
      if (!found) throw notFound('changes.concurrence');
      if (found.answeredOn !== null) throw new DomainError('changes.concurrence-answered-already', {}, 'conflict');
      await this.concurrences.answer(tx, id, { ...answer, answeredOn: answer.answeredOn ?? rigaDay(tx.now) });
      const act = { by: actor.id, at: tx.now };
      change.note('concurrence-answered', act, { body: found.body, granted: answer.granted });
      await this.settle.afterConcurrence(tx, change, act, answer);
    });
  }
}
