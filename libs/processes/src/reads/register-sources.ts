import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FleetFacts } from '#assets';
import type { Instant } from '#kernel';
import { type Queryable, ts } from '#platform';
import { countReading, type IndicatorReading, type MeasuredPeriod, shareReading } from '../domain/indicator-source.js';
import { IndicatorSources } from '../ports/indicator-sources.js';
import { RecommendationFigures } from './recommendation-figures.js';

interface Day {
  /** `YYYY-MM-DD` in Riga. */
  readonly day: string;
  readonly year: number;
  readonly dataAt: Instant;
}

/** Gives the scorecard what the registers measure: equipment (KPI-12), update coverage (KPI-13), audit recommendations in time (KPI-14). */
@Injectable()
export class RegisterSources implements OnModuleInit {
  constructor(
    private readonly sources: IndicatorSources,
    private readonly fleet: FleetFacts,
    private readonly recommendations: RecommendationFigures,
  ) {}

  onModuleInit(): void {
    this.sources.register({ code: 'KPI-12', unit: 'count', measure: (on, period) => this.equipment(on, period) });
    this.sources.register({ code: 'KPI-13', unit: 'percent', measure: (on, period) => this.coverage(on, period) });
    this.sources.register({ code: 'KPI-14', unit: 'percent', measure: (on, period) => this.inTime(on, period) });
  }

  private async equipment(on: Queryable, { asOf }: MeasuredPeriod): Promise<IndicatorReading | null> {
    const counted = await this.fleet.fleetAt(on, asOf);
    const { day, dataAt } = await this.dayOf(on, asOf);
    return counted && countReading(counted.fleet, { dataAt, rowsPath: `/reports/equipment?on=${day}` });
  }

  private async coverage(on: Queryable, { asOf }: MeasuredPeriod): Promise<IndicatorReading | null> {
    const counted = await this.fleet.coverageAt(on, asOf);
    const { day, dataAt } = await this.dayOf(on, asOf);
    return counted && shareReading(counted.covered, counted.all, { dataAt, rowsPath: `/reports/equipment?part=updates&on=${day}` });
  }

  private async inTime(on: Queryable, { asOf }: MeasuredPeriod): Promise<IndicatorReading | null> {
    const { day, year, dataAt } = await this.dayOf(on, asOf);
    const [counted] = await this.recommendations.counts(on, 'counted', day, year);
    return counted ? shareReading(counted.inTime, counted.due, { dataAt, rowsPath: `/reports/recommendations?year=${year}` }) : null;
  }

  private async dayOf(on: Queryable, at: Instant): Promise<Day> {
    const [row] = await on.query<Day>(
      `select ($1::timestamptz at time zone 'Europe/Riga')::date as day, extract(year from $1::timestamptz at time zone 'Europe/Riga')::int as year,
         least($1::timestamptz, now()) as "dataAt"`,
      [ts(at)],
    );
    return row!;
  }
}
