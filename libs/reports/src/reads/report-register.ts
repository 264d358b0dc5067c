import { Injectable } from '@nestjs/common';
import { type Actor, holds, IdentityFacts } from '#identity';
import { Database } from '#platform';
import { cadencesOf } from '../domain/occasion.js';
import type { RegisteredReport } from '../domain/report.js';
import type { ReportResponse, ReportsResponse, ReportSummaryResponse } from '../http/responses/report.response.js';
import { Subscriptions } from '../store/subscriptions.js';
import { AvailableReports } from './available-reports.js';
import { ReadableReports } from './readable-reports.js';
import { ReportBuilders } from './report-builders.js';

/** The register as its pages show it. */
@Injectable()
export class ReportRegister {
  constructor(
    private readonly database: Database,
    private readonly readable: ReadableReports,
    private readonly available: AvailableReports,
    private readonly builders: ReportBuilders,
    private readonly identity: IdentityFacts,
    private readonly subscriptions: Subscriptions,
  ) {}

  /** What the actor may read. */
  async list(actor: Actor): Promise<ReportsResponse> {
    const reports = await this.readable.all(actor);
    const names = await this.ownersOf(reports);
    return {
      items: reports.map((report) => this.summary(actor, report, names)),
      available: await this.available.now(),
      abilities: { register: holds(actor, 'report.publish') },
    };
  }

  /** Throws `reports.not-found`. */
  async one(actor: Actor, code: string): Promise<ReportResponse> {
    const report = await this.readable.one(actor, code);
    const publishes = holds(actor, 'report.publish');
    const delivered = report.published && report.cadence !== 'none';
    const own = (await this.subscriptions.of(this.database, report.id)).find(({ personId }) => personId === actor.id);
    return {
      ...this.summary(actor, report, await this.ownersOf([report])),
      revision: report.revision,
      cadences: [...cadencesOf(this.builders.find(code))],
      subscription: own?.form ?? null,
      abilities: {
        change: publishes,
        publish: publishes && !report.published,
        withdraw: publishes && report.published,
        keep: this.builders.find(code) !== undefined,
        subscribe: delivered,
        subscribeOthers: delivered && publishes,
      },
    };
  }

  private ownersOf(reports: readonly RegisteredReport[]): Promise<ReadonlyMap<string, string>> {
    return this.identity.names(reports.flatMap(({ ownerId }) => ownerId ?? []));
  }

  private summary(actor: Actor, report: RegisteredReport, owners: ReadonlyMap<string, string>): ReportSummaryResponse {
    const { id, code, source, nameLv, nameEn, purposeLv, purposeEn, ownerId, audience, cadence, bi, location, views, published } = report;
    return {
      ...{ id, code, source, audience, cadence, bi, location, published },
      name: actor.locale === 'lv' ? nameLv : nameEn,
      purpose: actor.locale === 'lv' ? purposeLv : purposeEn,
      owner: ownerId === null ? null : { id: ownerId, name: owners.get(ownerId) ?? '' },
      views: [...views],
      period: this.builders.find(code)?.period ?? null,
    };
  }
}
