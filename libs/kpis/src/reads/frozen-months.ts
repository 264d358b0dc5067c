import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '#platform';

/** Which months of which indicators stand frozen: what other modules may ask about it. */
@Injectable()
export class FrozenMonths {
  constructor(private readonly database: Database) {}

  /** The frozen months (`YYYY-MM`) of each of these indicators, the earliest first. */
  async of(codes: readonly string[], on: Queryable = this.database): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await on.query<{ code: string; months: string[] }>(
      `select code, array_agg(distinct to_char(month, 'YYYY-MM') order by to_char(month, 'YYYY-MM')) as months
       from kpis.edition where code = any($1::text[]) group by code`,
      [codes],
    );
    return new Map(rows.map(({ code, months }) => [code, months]));
  }
}
