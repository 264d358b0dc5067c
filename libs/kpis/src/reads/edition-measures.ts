import { Injectable } from '@nestjs/common';
import { wilsonInterval } from '#kernel';
import type { Tx } from '#platform';
import { WHOLE } from '../domain/figure-scope.js';
import { type KpiCode, KPIS } from '../domain/kpi.js';
import type { Month } from '../domain/month.js';
import type { Measurement } from '../store/edition-store.js';
import { Definitions } from './definitions.js';
import type { KeyedTally } from './indicator.js';
import { Tallies } from './tallies.js';

/** What is written down of a frozen month: the definition by which it was counted, and its figures. */
@Injectable()
export class EditionMeasures {
  constructor(
    private readonly tallies: Tallies,
    private readonly definitions: Definitions,
  ) {}

  /** The version of the definition in force in a month. */
  async definitionVersion(tx: Tx, code: KpiCode, month: Month): Promise<number> {
    return (await this.definitions.inForce(code, month, 'en', tx)).version;
  }

  /** The figures by themselves and by each dimension, read back from the edition that was just written. */
  async of(tx: Tx, code: KpiCode, month: Month): Promise<Measurement[]> {
    const selection = { code, months: [month], scope: WHOLE, userSupportGroupIds: [] };
    const measurements: Measurement[] = [];
    for (const by of [null, ...KPIS[code].dimensions]) {
      const tallies = await this.tallies.by(selection, by, tx);
      measurements.push(...tallies.map((tally) => measurementOf(by ?? 'overall', tally)));
    }
    return measurements;
  }
}

function measurementOf(dimension: string, { key, numerator, denominator, spread }: KeyedTally): Measurement {
  const share = spread ? undefined : wilsonInterval(numerator, denominator);
  const { median = null, p90 = null, mean = null } = spread ?? {};
  return { dimension, key: key ?? '', numerator, denominator, low: share?.low ?? null, high: share?.high ?? null, median, p90, mean };
}
