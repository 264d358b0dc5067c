import { Injectable } from '@nestjs/common';
import { type Actor, ActorReader, requireRight } from '#identity';
import { DomainError, fieldRefused } from '#kernel';
import { UnitOfWork } from '#platform';
import { reportEvent } from '../domain/report-events.js';
import { ReadableReports } from '../reads/readable-reports.js';
import { type Form, Subscriptions } from '../store/subscriptions.js';

/** Who gets a report by mail: everybody decides for himself, and who publishes reports also for others. */
@Injectable()
export class Subscribe {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readable: ReadableReports,
    private readonly actors: ActorReader,
    private readonly subscriptions: Subscriptions,
  ) {}

  /** Throws `reports.not-found`, `reports.not-delivered` for a report without a schedule, `reports.reader-unfit` for who may not read it. */
  async set(actor: Actor, code: string, personId: string, form: Form): Promise<void> {
    if (personId !== actor.id) requireRight(actor, 'report.publish');
    await this.unitOfWork.run(async (tx) => {
      const report = await this.readable.one(actor, code, tx);
      if (!report.published || report.cadence === 'none') throw new DomainError('reports.not-delivered');
      const person = personId === actor.id ? actor : await this.actors.byId(personId, tx);
      if (!person || !this.readable.may(person, report)) throw fieldRefused('reports.reader-unfit', 'personId');
      await this.subscriptions.set(tx, report.id, personId, form);
      await tx.append(reportEvent('subscribed', report.id, actor.id, { personId, form }));
    });
  }

  async end(actor: Actor, code: string, personId: string): Promise<void> {
    if (personId !== actor.id) requireRight(actor, 'report.publish');
    await this.unitOfWork.run(async (tx) => {
      const report = await this.readable.one(actor, code, tx);
      if (await this.subscriptions.end(tx, report.id, personId))
        await tx.append(reportEvent('unsubscribed', report.id, actor.id, { personId }));
    });
  }
}
