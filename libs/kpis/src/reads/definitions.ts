import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import { Database, type Queryable } from '#platform';
import type { KpiCode } from '../domain/kpi.js';
import { type Month, monthDate } from '../domain/month.js';

export interface KpiDefinition {
  readonly code: KpiCode;
  readonly version: number;
  readonly name: string;
}

/** What indicators mean, and what is to be reached. */
@Injectable()
export class Definitions {
  constructor(private readonly database: Database) {}

  /** The version in force at the end of a month; the oldest one for months before it. */
  async inForce(code: KpiCode, month: Month, locale: Locale, on: Queryable = this.database): Promise<KpiDefinition> {
    const [row] = await on.query<{ version: number; name: string }>(
      `select version, ${locale === 'lv' ? 'name_lv' : 'name_en'} as name from kpis.definition
       where code = $1 order by valid_from < ($2::date + interval '1 month') desc, version desc limit 1`,
      [code, monthDate(month)],
    );
    return { code, version: row!.version, name: row!.name };
  }

  /** The target of a year in percent: the one set last, for that year or before. Null where none is. */
  async target(code: KpiCode, year: number): Promise<number | null> {
    const [row] = await this.database.query<{ value: number }>(
      `select value::float8 as value from kpis.target where code = $1 and year <= $2 order by year desc limit 1`,
      [code, year],
    );
    return row?.value ?? null;
  }
}
