import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform';

/** How many relations a disturbance is followed over: a device, its host, a system on it, what depends on that, and some more. */
const FURTHEST = 6;

/** `itemId` feels what is done to `originId`. */
export interface ReachedItem {
  readonly originId: string;
  readonly itemId: string;
  /** The way between them leads over `part_of` only. */
  readonly byParts: boolean;
}

/** Where an item stands, for rules that name it. */
export interface ItemPlace {
  readonly id: string;
  readonly tag: string;
  readonly institutionId: string;
}

/** Who feels what is done to an item: what runs on it, depends on it or is a part of it, by way of others too. */
@Injectable()
export class ItemReach {
  /**
   * What feels each of these items, the items themselves left out. Systems that depend on each other are met once; a way ends after six
   * relations. A connection carries nothing: it has no direction, and every device is connected to the network.
   */
  async feeling(on: Queryable, ids: readonly string[]): Promise<ReachedItem[]> {
    if (ids.length === 0) return [];
    return on.query<ReachedItem>(
      `with recursive felt(origin_id, item_id, by_parts, steps) as (
         select i, i, true, 0 from unnest($1::uuid[]) i
         union
         select f.origin_id, r.item_id, f.by_parts and r.kind = 'part_of', f.steps + 1
         from felt f join assets.relation r on r.target_id = f.item_id and r.kind in ('runs_on', 'depends_on', 'part_of')
         where f.steps < ${FURTHEST}
       )
       select origin_id as "originId", item_id as "itemId", bool_or(by_parts) as "byParts"
       from felt where item_id <> origin_id group by origin_id, item_id`,
      [ids],
    );
  }

  /** The services that stand on these items. */
  async servicesOn(on: Queryable, ids: readonly string[]): Promise<{ readonly itemId: string; readonly serviceId: string }[]> {
    if (ids.length === 0) return [];
    return on.query(`select item_id as "itemId", service_id as "serviceId" from assets.service_item where item_id = any($1::uuid[])`, [
      ids,
    ]);
  }

  /** Tags and institutions of items, whoever asks. */
  async places(on: Queryable, ids: readonly string[]): Promise<ItemPlace[]> {
    if (ids.length === 0) return [];
    return on.query<ItemPlace>(
      `select id, tag, institution_id as "institutionId" from assets.configuration_item where id = any($1::uuid[]) order by tag`,
      [ids],
    );
  }
}
