import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type YearlyShare, YearlyFigures } from '#kpis';
import type { Queryable } from '#platform';
import { countReading, type IndicatorReading, type MeasuredPeriod } from '../domain/indicator-source.js';
import { COUNTED_STAGES } from '../domain/process-lifecycle.js';
import { type IndicatorSource, IndicatorSources } from '../ports/indicator-sources.js';
import { ProcessStore } from '../store/process-store.js';

/** KPI-01, 02 and 03 for the scorecard: satisfied clients, satisfied users, processes implemented. */
@Injectable()
export class IndicatorKpiSources implements OnModuleInit {
  constructor(
    private readonly sources: IndicatorSources,
    private readonly figures: YearlyFigures,
    private readonly processes: ProcessStore,
  ) {}

  onModuleInit(): void {
    this.sources.register(share('KPI-01', (year) => this.figures.clients(year)));
    this.sources.register(share('KPI-02', (year) => this.figures.users(year)));
    this.sources.register({ code: 'KPI-03', unit: 'count', measure: (on, period) => this.count(on, period) });
  }

  /** What was implemented before the register was kept, it does not know. */
  private async count(on: Queryable, { asOf }: MeasuredPeriod): Promise<IndicatorReading | null> {
    const since = await this.processes.keptSince(on);
    if (since === null || since > asOf) return null;
    const counted = await this.processes.countedAt(on, COUNTED_STAGES, asOf, 'lv');
    return countReading(counted.length, { dataAt: asOf, rowsPath: '/reports/processes' });
  }
}

function share(code: string, of: (year: number) => Promise<YearlyShare | undefined>): IndicatorSource {
  return {
    code,
    unit: 'percent',
    async measure(_, { year }): Promise<IndicatorReading | null> {
      const found = await of(year);
      if (!found) return null;
      const { value, low, high, numerator, denominator, n, effectiveN, dataAt, definitionVersion, source } = found;
      return {
        ...{ numerator, denominator, n, effectiveN, dataAt, definitionVersion, source },
        value: value === null ? null : value * 100,
        interval: low === null || high === null ? null : { low: low * 100, high: high * 100 },
        rowsPath: source === null && n !== null ? `/reports/indicators?period=${year}&code=${code}&rows=*` : null,
      };
    },
  };
}
