import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform';
import type { IndicatorReading, IndicatorUnit, MeasuredPeriod } from '../domain/indicator-source.js';

/** Where a value of the scorecard comes from that the desk itself measures. */
export interface IndicatorSource {
  /** Of DOMAIN 5: `KPI-12`. */
  readonly code: string;
  readonly unit: IndicatorUnit;
  /** Null where nothing is known of the period. */
  measure(on: Queryable, period: MeasuredPeriod): Promise<IndicatorReading | null>;
}

/** Where the scorecard asks for values: whoever measures one registers himself when he starts (`onModuleInit`). */
@Injectable()
export class IndicatorSources {
  private readonly byCode = new Map<string, IndicatorSource>();

  /** Throws an Error where the code is taken: two sources of one figure would be two truths. */
  register(source: IndicatorSource): void {
    if (this.byCode.has(source.code)) throw new Error(`two sources of ${source.code}`);
    this.byCode.set(source.code, source);
  }

  find(code: string): IndicatorSource | undefined {
    return this.byCode.get(code);
  }

  /** Codes that can be bound to, in their order. */
  codes(): string[] {
    return [...this.byCode.keys()].sort();
  }
}
