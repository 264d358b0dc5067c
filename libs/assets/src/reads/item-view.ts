import { Injectable } from '@nestjs/common';
import { CatalogueFacts } from '#catalogue';
import type { Actor } from '#identity';
import { formatInstant } from '#kernel';
import { Database } from '#platform';
import { itemVisibility, writesIn } from '../domain/item-visibility.js';
import { nextStatuses } from '../domain/item-status.js';
import type { RelationKind } from '../domain/relation.js';
import type { ItemRelationResponse, ItemResponse } from '../http/responses/item.response.js';
import { findItem } from '../store/find-item.js';
import { ITEM_COLUMNS, type ItemRow, toItem } from '../store/items.js';
import { ItemNames } from './item-names.js';

type RelationRow = ItemRow & { kind: RelationKind; direction: 'out' | 'in' };

/** One item as one actor sees it. */
@Injectable()
export class ItemView {
  constructor(
    private readonly database: Database,
    private readonly names: ItemNames,
    private readonly catalogue: CatalogueFacts,
  ) {}

  /** By id or tag. Throws `assets.not-found`. */
  async read(actor: Actor, key: string): Promise<ItemResponse> {
    const item = await findItem(this.database, actor, key);
    const [[summary], services] = await Promise.all([this.names.summaries(actor.locale, [item]), this.servicesOf(actor, item.id)]);
    const write = writesIn(actor, item.institutionId);
    return {
      ...summary!,
      purchasedOn: item.purchasedOn,
      note: item.note,
      version: item.version,
      registeredAt: formatInstant(item.createdAt),
      updatedAt: formatInstant(item.updatedAt),
      services,
      nextStatuses: write ? nextStatuses(item.status) : [],
      abilities: { write },
    };
  }

  /** What it hangs together with, in both directions, as far as the actor reads it. Throws `assets.not-found`. */
  async relations(actor: Actor, key: string): Promise<ItemRelationResponse[]> {
    const { id } = await findItem(this.database, actor, key);
    const values: unknown[] = [id];
    const seen = itemVisibility(actor, (value) => `$${values.push(value)}`);
    const rows = await this.database.query<RelationRow>(
      `select ${ITEM_COLUMNS}, r.kind, r.direction from (
         select kind, 'out' as direction, target_id as other from assets.relation where item_id = $1
         union all select kind, case kind when 'connected_to' then 'out' else 'in' end, item_id from assets.relation where target_id = $1) r
       join assets.configuration_item c on c.id = r.other where ${seen} order by r.kind, r.direction, c.tag`,
      values,
    );
    const items = await this.names.summaries(actor.locale, rows.map(toItem));
    return rows.map(({ kind, direction }, at) => ({ kind, direction, item: items[at]! }));
  }

  private async servicesOf(actor: Actor, itemId: string) {
    const rows = await this.database.query<{ id: string }>(`select service_id as id from assets.service_item where item_id = $1`, [itemId]);
    const names = await this.catalogue.names(
      rows.map(({ id }) => id),
      actor.locale,
    );
    return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, actor.locale));
  }
}
