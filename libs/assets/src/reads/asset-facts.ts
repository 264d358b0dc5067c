import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Database, type Queryable } from '#platform';
import { itemVisibility } from '../domain/item-visibility.js';
import { ITEM_COLUMNS, type ItemRow, toItem } from '../store/items.js';
import { findItem } from '../store/find-item.js';
import type { ItemSummaryResponse } from '../http/responses/item.response.js';
import { ItemNames } from './item-names.js';

/** What other modules may ask about items. */
@Injectable()
export class AssetFacts {
  constructor(
    private readonly database: Database,
    private readonly names: ItemNames,
  ) {}

  /** The item's id by id or tag. Throws `assets.not-found` where the actor reads no such item. */
  async idOf(actor: Actor, key: string, on: Queryable = this.database): Promise<string> {
    return (await findItem(on, actor, key)).id;
  }

  /** The item's tag; undefined where the actor reads no item of this id. */
  async tagOf(actor: Actor, id: string, on: Queryable = this.database): Promise<string | undefined> {
    const values: unknown[] = [id];
    const seen = itemVisibility(actor, (value) => `$${values.push(value)}`);
    const [row] = await on.query<{ tag: string }>(`select c.tag from assets.configuration_item c where c.id = $1 and ${seen}`, values);
    return row?.tag;
  }

  /** Those of these items that the actor reads, by tag. */
  async amongThese(actor: Actor, ids: readonly string[]): Promise<ItemSummaryResponse[]> {
    if (ids.length === 0) return [];
    const values: unknown[] = [ids];
    const seen = itemVisibility(actor, (value) => `$${values.push(value)}`);
    const rows = await this.database.query<ItemRow>(
      `select ${ITEM_COLUMNS} from assets.configuration_item c where c.id = any($1::uuid[]) and ${seen} order by c.tag`,
      values,
    );
    return this.names.summaries(actor.locale, rows.map(toItem));
  }
}
