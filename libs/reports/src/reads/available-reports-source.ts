import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Queryable } from '#platform';
import { countReading, type IndicatorReading, type IndicatorSource, IndicatorSources, type MeasuredPeriod } from '#processes';
import { ReportStore } from '../store/report-store.js';

/** KPI-15 for the scorecard: reports that are published and shown in BI at the end of the period. */
@Injectable()
export class AvailableReportsSource implements IndicatorSource, OnModuleInit {
  readonly code = 'KPI-15';
  readonly unit = 'count';

  constructor(
    private readonly sources: IndicatorSources,
    private readonly reports: ReportStore,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  /** Null before the register began: what was available then it does not know. */
  async measure(on: Queryable, { asOf }: MeasuredPeriod): Promise<IndicatorReading | null> {
    const count = await this.reports.availableAt(on, asOf);
    return count === null ? null : countReading(count, { dataAt: asOf, rowsPath: '/reports/library' });
  }
}
