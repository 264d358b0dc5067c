import { Injectable } from '@nestjs/common';
import { type Actor, scopeOf } from '#identity';
import { Database } from '#platform';
import type { ItemCountsResponse } from '../http/responses/item-counts.response.js';
import { itemVisibility } from '../domain/item-visibility.js';
import { LIVE_STATUSES, type ItemStatus } from '../domain/item-status.js';

interface Row {
  code: string;
  status: ItemStatus;
  n: number;
}

interface ClassRow {
  code: string;
  name: string;
  kind: 'device' | 'infrastructure' | 'logical';
  inFleet: boolean;
  isOffice: boolean;
}

/** How many items there are, now or on a past day: the equipment of DOMAIN 5, KPI-12. */
@Injectable()
export class ItemCounts {
  constructor(private readonly database: Database) {}

  /**
   * By class and status, of what the actor reads or may see in figures. `on` (`YYYY-MM-DD`): as the statuses stood at the end of that day in
   * Riga; classes and institutions are those of today.
   */
  async read(actor: Actor, on: string | undefined): Promise<ItemCountsResponse> {
    const values: unknown[] = [];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const seen = scopeOf(actor, 'cmdb.read').aggregates ? 'true' : itemVisibility(actor, add);
    const source =
      on === undefined
        ? `select c.class as code, c.status, count(*)::int as n from assets.configuration_item c where ${seen} group by 1, 2`
        : `select c.class as code, s.status, count(*)::int as n from assets.configuration_item c cross join lateral (
             select h.status from assets.status_change h where h.item_id = c.id
               and h.at < ((${add(on)}::date + 1)::timestamp at time zone 'Europe/Riga') order by h.at desc, h.id desc limit 1) s
           where ${seen} group by 1, 2`;
    const [rows, classes] = await Promise.all([this.database.query<Row>(source, values), this.classes(actor)]);
    const items = classes.map(({ code, name, kind, inFleet, isOffice }) => {
      const own = rows.filter((row) => row.code === code);
      const count = (status: ItemStatus): number => own.find((row) => row.status === status)?.n ?? 0;
      const statuses = { in_stock: count('in_stock'), in_use: count('in_use'), in_repair: count('in_repair'), disposed: count('disposed') };
      return { class: { code, name }, kind, inFleet, isOffice, statuses, live: LIVE_STATUSES.reduce((sum, one) => sum + statuses[one], 0) };
    });
    const sum = (of: (one: (typeof items)[number]) => boolean): number => items.filter(of).reduce((all, { live }) => all + live, 0);
    return { items, live: sum(() => true), fleet: sum(({ inFleet }) => inFleet), office: sum(({ isOffice }) => isOffice) };
  }

  private async classes({ locale }: Actor): Promise<ClassRow[]> {
    const name = locale === 'lv' ? 'name_lv' : 'name_en';
    return this.database.query<ClassRow>(
      `select code, ${name} as name, kind, in_fleet as "inFleet", is_office as "isOffice" from assets.class order by position`,
    );
  }
}
