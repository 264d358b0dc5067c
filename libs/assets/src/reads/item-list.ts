import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Database, type Page, pageOf } from '#platform';
import type { ItemQuery } from '../domain/item-query.js';
import type { ItemSummaryResponse } from '../http/responses/item.response.js';
import { type ItemRow, toItem } from '../store/items.js';
import { itemListSql } from './item-list-sql.js';
import { ItemNames } from './item-names.js';

/** Pages of the items that an actor reads. */
@Injectable()
export class ItemList {
  constructor(
    private readonly database: Database,
    private readonly names: ItemNames,
  ) {}

  async page(actor: Actor, query: ItemQuery): Promise<Page<ItemSummaryResponse>> {
    const statement = itemListSql(actor, query);
    if (!statement) return { items: [], nextCursor: null };
    const rows = await this.database.query<ItemRow>(statement.sql, statement.values);
    const page = pageOf(rows, query.limit, ({ supportUntil, tag }) => (query.sort === 'tag' ? [tag] : [supportUntil, tag]));
    return { items: await this.names.summaries(actor.locale, page.items.map(toItem)), nextCursor: page.nextCursor };
  }
}
