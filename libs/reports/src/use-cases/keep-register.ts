import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import { DomainError, fieldRefused } from '#kernel';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import { type RegisteredReport, type ReportTerms, requireCode, requirePublishable, requireSoundTerms } from '../domain/report.js';
import { cadencesOf } from '../domain/occasion.js';
import { reportEvent } from '../domain/report-events.js';
import { ReportBuilders } from '../reads/report-builders.js';
import { type NewReport, ReportStore } from '../store/report-store.js';

/** What a manager says of a report that BI makes. */
export type BiReport = Omit<NewReport, 'id' | 'source'>;

/** The register's writing side: only managers come here. */
@Injectable()
export class KeepRegister {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ReportStore,
    private readonly identity: IdentityFacts,
    private readonly builders: ReportBuilders,
  ) {}

  /** Enters a report that a BI platform makes. Throws `reports.code-invalid`, `reports.code-taken` and what `requireSoundTerms` throws. */
  async register(actor: Actor, report: BiReport): Promise<void> {
    requireCode(report.code);
    requireSoundTerms({ source: 'bi', published: false }, report);
    await this.unitOfWork.run(async (tx) => {
      await this.requireOwner(tx, report.ownerId);
      const id = randomUUID();
      await this.reports.add(tx, { ...report, id, source: 'bi' });
      await tx.append(reportEvent('registered', id, actor.id, { code: report.code }));
    });
  }

  /** Owner, audience, cadence and BI. Of a published report the change counts for KPI-15 from now on. */
  async setTerms(actor: Actor, code: string, terms: ReportTerms, ifMatch?: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const report = await this.reports.lock(tx, code);
      requireVersion(ifMatch, report.revision);
      requireSoundTerms(report, terms);
      if (!cadencesOf(this.builders.find(code)).includes(terms.cadence)) throw fieldRefused('reports.cadence-unfit', 'cadence');
      await this.requireOwner(tx, terms.ownerId);
      await this.reports.setTerms(tx, report.id, terms);
      if (report.published && report.bi !== terms.bi)
        await this.reports.keepPublication(tx, report.id, actor.id, { published: true, bi: terms.bi });
      const { ownerId, audience, cadence, bi } = terms;
      await tx.append(reportEvent('changed', report.id, actor.id, { ownerId, audience, cadence, bi }));
    });
  }

  /** Throws `reports.published-already`, `reports.owner-missing`. */
  async publish(actor: Actor, code: string, ifMatch?: string): Promise<void> {
    await this.move(actor, code, ifMatch, true, requirePublishable);
  }

  /** Throws `reports.not-published`. */
  async withdraw(actor: Actor, code: string, ifMatch?: string): Promise<void> {
    await this.move(actor, code, ifMatch, false, ({ published }) => {
      if (!published) throw new DomainError('reports.not-published', {}, 'conflict');
    });
  }

  private async move(
    actor: Actor,
    code: string,
    ifMatch: string | undefined,
    published: boolean,
    require: (report: RegisteredReport) => void,
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const report = await this.reports.lock(tx, code);
      requireVersion(ifMatch, report.revision);
      require(report);
      await this.reports.setPublished(tx, report.id, published);
      await this.reports.keepPublication(tx, report.id, actor.id, { published, bi: report.bi });
      await tx.append(reportEvent(published ? 'published' : 'withdrawn', report.id, actor.id, { bi: report.bi }));
    });
  }

  private async requireOwner(tx: Tx, ownerId: string | null): Promise<void> {
    if (ownerId !== null && !(await this.identity.contact(ownerId, tx))) throw fieldRefused('reports.owner-unknown', 'ownerId');
  }
}
