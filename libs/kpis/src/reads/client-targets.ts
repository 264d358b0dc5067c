import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import { Database } from '#platform';
import { HeadlineTarget } from '#surveys';

/** What KPI-01 means, and what is to be reached; surveys show the target beside their headline. */
@Injectable()
export class ClientTargets extends HeadlineTarget {
  constructor(private readonly database: Database) {
    super();
  }

  /** The target of a year in percent: the one set last, for that year or before. */
  async of(year: number): Promise<number | null> {
    const [row] = await this.database.query<{ value: number }>(
      `select value::float8 as value from kpis.target where code = 'KPI-01' and year <= $1 order by year desc limit 1`,
      [year],
    );
    return row?.value ?? null;
  }

  async definition(locale: Locale): Promise<{ name: string; definitionVersion: number }> {
    const [row] = await this.database.query<{ name: string; definitionVersion: number }>(
      `select version as "definitionVersion", ${locale === 'lv' ? 'name_lv' : 'name_en'} as name from kpis.definition
       where code = 'KPI-01' order by version desc limit 1`,
    );
    return row!;
  }
}
