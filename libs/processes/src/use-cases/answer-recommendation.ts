import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError } from '#kernel';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import { extensionCounts, type Recommendation } from '../domain/recommendation.js';
import { requireAnswer, requireDecider, requireSeen } from '../domain/recommendation-access.js';
import { recommendationEvent } from '../domain/recommendation-events.js';
import { recommendationAfter } from '../domain/recommendation-lifecycle.js';
import { RecommendationAnswers } from '../store/recommendation-answers.js';
import { RecommendationStore } from '../store/recommendation-store.js';
import { rigaToday } from '../store/riga-today.js';

/** What an owner answers to a recommendation, and what another person decides about the answer. */
@Injectable()
export class AnswerRecommendation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recommendations: RecommendationStore,
    private readonly answers: RecommendationAnswers,
  ) {}

  /** Throws `processes.recommendation.extension-asked`, and `processes.recommendation.extension-earlier` unless the new due is later. */
  async askExtension(actor: Actor, id: string, { dueOn, reason }: { dueOn: string; reason: string }, ifMatch?: string): Promise<void> {
    await this.act(actor, id, ifMatch, async (tx, one) => {
      requireAnswer(actor, one);
      recommendationAfter(one.state, 'extend');
      if (await this.openExtension(tx, id)) throw new DomainError('processes.recommendation.extension-asked', {}, 'conflict');
      if (dueOn <= one.countedDueOn) throw invalid('extension-earlier', 'dueOn');
      const extensionId = randomUUID();
      await this.answers.askExtension(tx, id, { id: extensionId, dueOn, reason }, actor.id);
      await tx.append(recommendationEvent('extension-asked', id, actor.id, { extensionId, dueOn, number: one.number }));
    });
  }

  /**
   * A manager who neither owns it nor asked. A due that is granted after the original one had passed is kept and shown, but the figure goes by
   * the dues that were agreed in time. Throws `processes.recommendation.own-decision`, `processes.recommendation.nothing-asked`.
   */
  async decideExtension(actor: Actor, id: string, granted: boolean, note: string | null, ifMatch?: string): Promise<void> {
    await this.act(actor, id, ifMatch, async (tx, one) => {
      const asked = await this.openExtension(tx, id);
      if (!asked) throw new DomainError('processes.recommendation.nothing-asked', {}, 'conflict');
      requireDecider(actor, one, asked.askedById);
      recommendationAfter(one.state, 'extend');
      const counts = granted && extensionCounts(one, await rigaToday(tx));
      await this.answers.decideExtension(tx, asked.id, { granted, note, counts }, actor.id);
      if (counts) await this.recommendations.extendTo(tx, id, asked.dueOn);
      await tx.append(
        recommendationEvent('extension-decided', id, actor.id, {
          ...{ extensionId: asked.id, dueOn: asked.dueOn, granted, counts },
          ...{ ownerId: one.ownerId, number: one.number },
        }),
      );
    });
  }

  /** It is done, says its owner; the evidence follows. Throws `processes.date-in-future`. */
  async report(
    actor: Actor,
    id: string,
    { implementedOn, note }: { implementedOn: string; note: string },
    ifMatch?: string,
  ): Promise<void> {
    await this.act(actor, id, ifMatch, async (tx, one) => {
      requireAnswer(actor, one);
      const state = recommendationAfter(one.state, 'report');
      if (implementedOn > (await rigaToday(tx)))
        throw new DomainError('processes.date-in-future', {}, 'invalid', [{ pointer: '/implementedOn', code: 'processes.date-in-future' }]);
      const reportId = randomUUID();
      await this.answers.report(tx, id, { id: reportId, implementedOn, note }, actor.id);
      await this.recommendations.setState(tx, id, state);
      await tx.append(recommendationEvent('reported', id, actor.id, { reportId, implementedOn }));
    });
  }

  /** The evidence of a report that waits for its verification, once. Throws `processes.file-kept-already`. */
  async file(actor: Actor, id: string, { name, bytes }: { readonly name: string; readonly bytes: Buffer }): Promise<void> {
    await this.act(actor, id, undefined, async (tx, one) => {
      requireAnswer(actor, one);
      const report = await this.openReport(tx, id);
      if (report.fileSha256 !== null) throw new DomainError('processes.file-kept-already', {}, 'conflict');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await this.answers.file(tx, report.id, { name, sha256, bytes });
      await tx.append(recommendationEvent('report-filed', id, actor.id, { reportId: report.id, sha256, number: one.number }));
    });
  }

  /**
   * A manager who neither owns it nor reported it holds the evidence for right, or sends it back with a reason. Throws
   * `processes.recommendation.own-decision`, `processes.recommendation.file-missing`, `processes.recommendation.reason-needed`.
   */
  async decideReport(actor: Actor, id: string, accepted: boolean, note: string | null, ifMatch?: string): Promise<void> {
    await this.act(actor, id, ifMatch, async (tx, one) => {
      const report = await this.openReport(tx, id);
      requireDecider(actor, one, report.reportedById);
      const state = recommendationAfter(one.state, accepted ? 'accept' : 'send_back');
      if (accepted && report.fileSha256 === null) throw new DomainError('processes.recommendation.file-missing', {}, 'rule-broken');
      if (!accepted && !note) throw invalid('reason-needed', 'note');
      await this.answers.decideReport(tx, report.id, { accepted, note }, actor.id);
      await this.recommendations.setState(tx, id, state, accepted ? report.implementedOn : null);
      await tx.append(
        recommendationEvent(accepted ? 'accepted' : 'sent-back', id, actor.id, {
          reportId: report.id,
          ownerId: one.ownerId,
          number: one.number,
        }),
      );
    });
  }

  private async act(
    actor: Actor,
    id: string,
    ifMatch: string | undefined,
    work: (tx: Tx, one: Recommendation) => Promise<void>,
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const one = await this.recommendations.lock(tx, id);
      requireSeen(actor, one);
      requireVersion(ifMatch, one.revision);
      await work(tx, one);
    });
  }

  private async openExtension(tx: Tx, id: string) {
    return (await this.answers.extensions(tx, id)).find(({ decidedAt }) => decidedAt === null);
  }

  private async openReport(tx: Tx, id: string) {
    const report = (await this.answers.reports(tx, id)).find(({ decidedAt }) => decidedAt === null);
    if (!report) throw new DomainError('processes.recommendation.nothing-reported', {}, 'conflict');
    return report;
  }
}

function invalid(code: string, field: string): DomainError {
  return new DomainError(`processes.recommendation.${code}`, {}, 'invalid', [
    { pointer: `/${field}`, code: `processes.recommendation.${code}` },
  ]);
}
