import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import { Database, type Queryable } from '#platform';
import { subscribedToday, takesIncidents } from './offered-today.js';

/** What other modules may ask about services. Each question may be asked within a transaction (`on`). */
@Injectable()
export class CatalogueFacts {
  constructor(private readonly database: Database) {}

  /** May people of this institution file incidents about this service today? */
  async offeredTo(serviceId: string, institutionId: string, on: Queryable = this.database): Promise<boolean> {
    const rows = await on.query(
      `select 1 from catalogue.service s where s.id = $1 and ${takesIncidents('s')} and ${subscribedToday('s', '$2')}`,
      [serviceId, institutionId],
    );
    return rows.length > 0;
  }

  /** The group that takes the service's incidents: the latest offering's, else the service's own; null where neither names one. */
  async defaultGroupOf(serviceId: string, on: Queryable = this.database): Promise<string | null> {
    const [row] = await on.query<{ group_id: string | null }>(
      `select coalesce((select o.default_group_id from catalogue.service_offering o
          where o.service_id = s.id and o.kind = 'incident' order by o.version desc limit 1), s.default_group_id) as group_id
       from catalogue.service s where s.id = $1`,
      [serviceId],
    );
    return row?.group_id ?? null;
  }

  /** Names of services by id. */
  async names(ids: readonly string[], locale: Locale, on: Queryable = this.database): Promise<ReadonlyMap<string, string>> {
    const name = locale === 'lv' ? 'name_lv' : 'name_en';
    const rows = await on.query<{ id: string; name: string }>(
      `select id, ${name} as name from catalogue.service where id = any($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}
