import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import type { Queryable } from '#platform';
import type { MeasuredPeriod } from '../domain/indicator-source.js';
import { type IndicatorValue, measuredValue, recordedValue } from '../domain/indicator-value.js';
import type { Indicator } from '../domain/scorecard.js';
import { IndicatorSources } from '../ports/indicator-sources.js';
import { type KeptMeasurement, MeasurementStore } from '../store/measurement-store.js';

/** What indicators are in a year that is not frozen: what the desk measures, and where it measures nothing what was recorded last. */
@Injectable()
export class IndicatorValues {
  constructor(
    private readonly sources: IndicatorSources,
    private readonly measurements: MeasurementStore,
  ) {}

  /** By the id of the indicator; without those of which nothing is known. */
  async of(on: Queryable, indicators: readonly Indicator[], year: number): Promise<ReadonlyMap<string, IndicatorValue>> {
    const recorded = await this.measurements.of(
      on,
      indicators.map(({ id }) => id),
    );
    const period = await periodOf(on, year);
    const found = new Map<string, IndicatorValue>();
    for (const indicator of indicators) {
      const value = (await this.measured(on, indicator, period)) ?? recordedOf(indicator, recorded, year);
      if (value) found.set(indicator.id, value);
    }
    return found;
  }

  /** Does the desk itself measure the indicator in a year? Then nobody enters it. */
  async isMeasured(on: Queryable, indicator: Indicator, year: number): Promise<boolean> {
    return (await this.measured(on, indicator, await periodOf(on, year)))?.origin === 'desk';
  }

  private async measured(on: Queryable, indicator: Indicator, period: MeasuredPeriod | null): Promise<IndicatorValue | undefined> {
    if (!period || indicator.kind === 'milestone' || indicator.sourceCode === null) return undefined;
    const reading = await this.sources.find(indicator.sourceCode)?.measure(on, period);
    // Nothing out of nothing is no value: what was recorded stands then.
    return reading && !(reading.value === null && reading.n === 0) ? measuredValue(reading) : undefined;
  }
}

/** The last one of the year; a milestone was reached once, in whatever year it is looked at from then on. */
function recordedOf(indicator: Indicator, recorded: readonly KeptMeasurement[], year: number): IndicatorValue | undefined {
  const last = recorded.find(
    (one) => one.indicatorId === indicator.id && (indicator.kind === 'milestone' ? one.year <= year : one.year === year),
  );
  return last && recordedValue(indicator, last);
}

/** The year in Riga; null for one that has not begun. */
async function periodOf(on: Queryable, year: number): Promise<MeasuredPeriod | null> {
  const [row] = await on.query<{ from: Instant; to: Instant; asOf: Instant; begun: boolean }>(
    `select s as "from", e as "to", least(e - interval '1 microsecond', now()) as "asOf", s <= now() as begun
     from (select make_timestamptz($1, 1, 1, 0, 0, 0, 'Europe/Riga') as s, make_timestamptz($1 + 1, 1, 1, 0, 0, 0, 'Europe/Riga') as e) y`,
    [year],
  );
  const { begun, ...period } = row!;
  return begun ? { year, ...period } : null;
}
