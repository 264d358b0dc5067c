import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { UnitOfWork } from '#platform';
import { runScope, scopeKey } from '../domain/report-access.js';
import { reportEvent } from '../domain/report-events.js';
import { ComposeReport } from '../reads/compose-report.js';
import { ReadableReports } from '../reads/readable-reports.js';
import { RunStore } from '../store/run-store.js';

/** Keeps a report as it is now. */
@Injectable()
export class KeepRun {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readable: ReadableReports,
    private readonly compose: ComposeReport,
    private readonly runs: RunStore,
  ) {}

  /** Answers the run's id. Throws `reports.not-found`, `reports.made-elsewhere`, `reports.period-invalid`, `reports.period-open`. */
  async execute(actor: Actor, code: string, period: string | undefined): Promise<string> {
    const { report, builder } = await this.readable.ready(actor, code);
    const document = await this.compose.document(actor, report, builder, period);
    await this.compose.requireKeepable(builder, document);
    return this.unitOfWork.run(async (tx) => {
      const id = await this.runs.keep(tx, {
        ...{ reportId: report.id, scope: scopeKey(runScope(actor)), locale: actor.locale, madeById: actor.id, document },
      });
      await tx.append(reportEvent('kept', report.id, actor.id, { runId: id, period: document.period }));
      return id;
    });
  }
}
