import { Injectable, Logger } from '@nestjs/common';
import { WriteReportMail } from '#notifications';
import { exportFile, type Tx, UnitOfWork } from '#platform';
import { reportEvent } from '../domain/report-events.js';
import { ComposeReport } from '../reads/compose-report.js';
import { ReportReader } from '../reads/report-reader.js';
import { type DueDelivery, ReportDeliveries } from '../store/report-deliveries.js';
import { ScheduledRun } from './scheduled-run.js';

/** Brings a report that is due to one reader: the run, the mail and the mark are one transaction, so that each comes once. */
@Injectable()
export class DeliverReport {
  private readonly log = new Logger(DeliverReport.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deliveries: ReportDeliveries,
    private readonly reader: ReportReader,
    private readonly scheduled: ScheduledRun,
    private readonly compose: ComposeReport,
    private readonly mail: WriteReportMail,
  ) {}

  async execute(id: string): Promise<void> {
    try {
      await this.unitOfWork.run(async (tx) => {
        const due = await this.deliveries.take(tx, id);
        if (due) await this.deliver(tx, due);
      });
    } catch (error) {
      this.log.warn(`report delivery ${id}: ${String(error)}`);
      await this.unitOfWork.run((tx) => this.deliveries.failed(tx, id, String(error)));
    }
  }

  private async deliver(tx: Tx, due: DueDelivery): Promise<void> {
    const found = await this.reader.of(tx, due);
    // He left, lost the right or has no address: there is nobody to bring it to.
    if (!found) return this.deliveries.end(tx, due.id, 'skipped');
    const { reader, report } = found;
    const { id: runId, document } = await this.scheduled.of(tx, reader, report, due);
    const { title, period, conclusion } = document;
    const attachment =
      due.form === 'link'
        ? null
        : await exportFile(due.form, `${report.code}-${period}`, this.compose.tables(document, reader.actor.locale));
    const path = `/reports/library/${report.code}?run=${runId}`;
    const dedupeKey = `report:${due.id}`;
    const { actor, contact } = reader;
    await this.mail.execute(tx, { reportId: report.id, userId: actor.id, dedupeKey, title, period, conclusion, path, attachment }, contact);
    await this.deliveries.end(tx, due.id, 'written', runId);
    await tx.append(reportEvent('delivered', report.id, null, { personId: actor.id, runId, form: due.form }));
  }
}
