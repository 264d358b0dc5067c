import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError, notFound } from '#kernel';
import { Database, type Queryable } from '#platform';
import type { RegisteredReport } from '../domain/report.js';
import { mayRead, runScope, scopeKey } from '../domain/report-access.js';
import { ReportStore } from '../store/report-store.js';
import type { ReportBuilder } from './report-builder.js';
import { ReportBuilders } from './report-builders.js';

/** A report that is made here, and what makes it. */
export interface ReadyReport {
  readonly report: RegisteredReport;
  readonly builder: ReportBuilder;
}

/** Which reports of the register somebody may read: the one place that asks. */
@Injectable()
export class ReadableReports {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportStore,
    private readonly builders: ReportBuilders,
  ) {}

  async all(actor: Actor): Promise<RegisteredReport[]> {
    return (await this.reports.all(this.database)).filter((report) => this.may(actor, report));
  }

  /** Throws `reports.not-found` also for one that the actor may not know of. */
  async one(actor: Actor, code: string, on: Queryable = this.database): Promise<RegisteredReport> {
    const report = await this.reports.one(on, code);
    if (!this.may(actor, report)) throw notFound('reports');
    return report;
  }

  /** Throws `reports.not-found`, and `reports.made-elsewhere` for what BI makes. */
  async ready(actor: Actor, code: string, on: Queryable = this.database): Promise<ReadyReport> {
    const report = await this.one(actor, code, on);
    const builder = this.builders.find(code);
    if (!builder) throw new DomainError('reports.made-elsewhere', { code });
    return { report, builder };
  }

  /** May the actor still read it, and is there anything in it for him? */
  may(actor: Actor, report: RegisteredReport): boolean {
    const builder = this.builders.find(report.code);
    const empty = builder?.ofFigures === true && scopeKey(runScope(actor)) === 'none';
    return !empty && mayRead(actor, report, builder?.rights ?? []);
  }
}
