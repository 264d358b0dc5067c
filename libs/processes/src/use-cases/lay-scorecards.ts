import { Injectable } from '@nestjs/common';
import { Database, readSeed } from '#platform';
import { IndicatorValues } from '../reads/indicator-values.js';
import { thisYear } from '../reads/scorecard-years.js';
import { ScorecardStore } from '../store/scorecard-store.js';
import { CreateScorecard } from './create-scorecard.js';
import { FreezeScorecard } from './freeze-scorecard.js';
import { RecordMeasurement } from './record-measurement.js';

interface SeedValue {
  /** Which year of the card, the first one is 0. */
  readonly at: number;
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  /** `-12-14` of that year. */
  readonly achievedOn?: string;
}

interface SeedCard {
  readonly nameLv: string;
  readonly nameEn: string;
  /** A year, or so many years from now where it is not positive. */
  readonly firstYear: number;
  readonly source: string | null;
  readonly baselines: Readonly<Record<string, number>>;
  readonly values: readonly { readonly code: string; readonly values: readonly SeedValue[] }[];
  readonly valueSource: string;
}

const TEMPLATE = 'strategy-2020';

/** The scorecards of the demonstration: the strategy's with the values of its years, and one of the years around now. */
@Injectable()
export class LayScorecards {
  constructor(
    private readonly database: Database,
    private readonly cards: ScorecardStore,
    private readonly creation: CreateScorecard,
    private readonly recording: RecordMeasurement,
    private readonly freezing: FreezeScorecard,
    private readonly values: IndicatorValues,
  ) {}

  /** Years before the last one are frozen, by `actorId`. */
  async execute(actorId: string): Promise<void> {
    const now = await thisYear(this.database);
    for (const seed of readSeed<SeedCard[]>('demo/scorecards.json')) await this.lay(actorId, seed, now);
  }

  private async lay(actorId: string, seed: SeedCard, now: number): Promise<void> {
    const firstYear = seed.firstYear > 0 ? seed.firstYear : now + seed.firstYear;
    const named = (name: string): string => name.replace('{first}', String(firstYear)).replace('{last}', String(firstYear + 2));
    const baselines = Object.entries(seed.baselines).map(([code, value]) => ({ code, value }));
    const name = { lv: named(seed.nameLv), en: named(seed.nameEn) };
    const id = await this.creation.execute(actorId, { template: TEMPLATE, name, firstYear, source: seed.source, baselines });
    const indicators = await this.cards.indicators(this.database, id);
    for (const { code, values } of seed.values) {
      const indicator = indicators.find((one) => one.code === code)!;
      for (const value of values) {
        const year = firstYear + value.at;
        // What the registers of the demonstration show by themselves is not entered beside them.
        if (await this.values.isMeasured(this.database, indicator, year)) continue;
        await this.record(actorId, indicator.id, year, value, seed.valueSource);
      }
    }
    // Last year is left to whoever looks at the demonstration: it is over, and waits to be frozen.
    for (let year = firstYear; year <= firstYear + 2 && year < now - 1; year += 1) await this.freezing.execute(actorId, id, year, null);
  }

  private async record(actorId: string, indicatorId: string, year: number, value: SeedValue, source: string): Promise<void> {
    await this.recording.execute(actorId, indicatorId, {
      ...{ year, origin: 'imported', source: source.replace('{year}', String(year)) },
      ...{ value: value.value ?? null, numerator: value.numerator ?? null, denominator: value.denominator ?? null },
      achievedOn: value.achievedOn === undefined ? null : `${year}${value.achievedOn}`,
    });
  }
}
