import { Injectable } from '@nestjs/common';
import { Clock, toDate } from '#kernel';
import { Database } from '#platform';
import { availableTarget } from '../domain/available-targets.js';
import type { AvailableReportsResponse } from '../http/responses/report.response.js';
import { ReportStore } from '../store/report-store.js';

const RIGA_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' });

/** KPI-15 as the library shows it. */
@Injectable()
export class AvailableReports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reports: ReportStore,
  ) {}

  async now(): Promise<AvailableReportsResponse> {
    const on = RIGA_DAY.format(toDate(this.clock.now()));
    const count = await this.reports.availableAt(this.database, this.clock.now());
    return { on, count: count ?? 0, target: availableTarget(Number(on.slice(0, 4))) };
  }
}
