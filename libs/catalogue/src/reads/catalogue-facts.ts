import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import { Database, type Queryable } from '#platform';
import { holdsToday, subscribedToday, takesIncidents } from './offered-today.js';

/** The group of the latest offering for incidents, else the service's own. */
const DEFAULT_GROUP = `coalesce((select o.default_group_id from catalogue.service_offering o
  where o.service_id = s.id and o.kind = 'incident' order by o.version desc limit 1), s.default_group_id)`;

/** What other modules may ask about services. Each question may be asked within a transaction (`on`). */
@Injectable()
export class CatalogueFacts {
  constructor(private readonly database: Database) {}

  /**
   * Where an incident about this service goes that somebody of this institution files today: the group is the latest offering's, else the
   * service's own, null where neither names one. Undefined where the service is not offered to the institution.
   */
  async filing(
    serviceId: string,
    institutionId: string,
    on: Queryable = this.database,
  ): Promise<{ readonly groupId: string | null } | undefined> {
    const [row] = await on.query<{ groupId: string | null }>(
      `select ${DEFAULT_GROUP} as "groupId" from catalogue.service s where s.id = $1 and ${takesIncidents('s')} and ${subscribedToday('s', '$2')}`,
      [serviceId, institutionId],
      'catalogue.filing',
    );
    return row;
  }

  /** The group that takes the service's incidents, whoever files them; null where none is named. */
  async defaultGroupOf(serviceId: string, on: Queryable = this.database): Promise<string | null> {
    const [row] = await on.query<{ groupId: string | null }>(
      `select ${DEFAULT_GROUP} as "groupId" from catalogue.service s where s.id = $1`,
      [serviceId],
    );
    return row?.groupId ?? null;
  }

  /** Who subscribes to these services today. */
  async subscribersOf(
    serviceIds: readonly string[],
    on: Queryable = this.database,
  ): Promise<{ readonly serviceId: string; readonly institutionId: string }[]> {
    if (serviceIds.length === 0) return [];
    return on.query(
      `select b.service_id as "serviceId", b.institution_id as "institutionId" from catalogue.subscription b
       where b.service_id = any($1::uuid[]) and ${holdsToday('b')}`,
      [serviceIds],
    );
  }

  /** The services that one of these institutions subscribes to today. */
  async subscribedBy(institutionIds: readonly string[], on: Queryable = this.database): Promise<string[]> {
    const rows = await on.query<{ id: string }>(
      `select distinct b.service_id as id from catalogue.subscription b where b.institution_id = any($1::uuid[]) and ${holdsToday('b')}`,
      [institutionIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Ids of the services that the institution subscribes to today. */
  async subscribedServices(institutionId: string, on: Queryable = this.database): Promise<ReadonlySet<string>> {
    const rows = await on.query<{ id: string }>(`select s.id from catalogue.service s where ${subscribedToday('s', '$1')}`, [
      institutionId,
    ]);
    return new Set(rows.map(({ id }) => id));
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
