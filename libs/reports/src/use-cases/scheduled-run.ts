import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import type { RegisteredReport } from '../domain/report.js';
import { runScope, scopeKey } from '../domain/report-access.js';
import type { ReportDocument } from '../domain/report-document.js';
import { ComposeReport } from '../reads/compose-report.js';
import { ReadableReports } from '../reads/readable-reports.js';
import type { Reader } from '../reads/report-reader.js';
import type { DueDelivery } from '../store/report-deliveries.js';
import { type KeptRun, RunStore } from '../store/run-store.js';

type Kept = Pick<KeptRun, 'id'> & { readonly document: ReportDocument };

/** Makes a scheduled run for the parts that a reader may see. Readers of equal parts and language get the same run. */
@Injectable()
export class ScheduledRun {
  constructor(
    private readonly readable: ReadableReports,
    private readonly compose: ComposeReport,
    private readonly runs: RunStore,
  ) {}

  async of(tx: Tx, { actor }: Reader, report: RegisteredReport, { period, dueAt }: DueDelivery): Promise<Kept> {
    const { builder } = await this.readable.ready(actor, report.code, tx);
    const key = { reportId: report.id, scope: scopeKey(runScope(actor)), locale: actor.locale };
    const made = period === null ? undefined : await this.runs.scheduledSince(tx, { ...key, period, since: dueAt });
    if (made !== undefined) return { id: made, document: (await this.runs.one(tx, report.id, made, null)).document };
    const document = await this.compose.document(actor, report, builder, period ?? undefined);
    await this.compose.requireKeepable(builder, document);
    return { id: await this.runs.keep(tx, { ...key, madeById: null, document }), document };
  }
}
