import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { UnitOfWork } from '#platform';
import { type ItemFields, readTag } from '../domain/item.js';
import { registered } from '../domain/item-events.js';
import { fieldRefused, ItemReferences } from '../reads/item-references.js';
import { insertItems } from '../store/items.js';

export type NewItem = Pick<ItemFields, 'tag' | 'name' | 'class' | 'institutionId'> & Partial<ItemFields>;

const EMPTY = {
  ...{ custodianId: null, serial: null, manufacturer: null, model: null, location: null, note: null },
  ...{ purchasedOn: null, warrantyUntil: null, supportUntil: null, agentSeenAt: null },
};

/** Takes an item into the register. */
@Injectable()
export class RegisterItem {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly references: ItemReferences,
  ) {}

  /** Answers its id. Throws `assets.tag-refused`, `assets.tag-taken`, and what `ItemReferences` throws. */
  async execute(actor: Actor, given: NewItem): Promise<string> {
    requireRight(actor, 'cmdb.write');
    const tag = readTag(given.tag);
    if (tag === undefined) throw fieldRefused('tag', 'tag-refused');
    const fields: ItemFields = { ...EMPTY, status: 'in_stock', ...given, tag };
    return this.unitOfWork.run(async (tx) => {
      await this.references.check(tx, actor, fields);
      const id = randomUUID();
      if ((await insertItems(tx, [{ ...fields, id }], actor.id)).length === 0) throw fieldRefused('tag', 'tag-taken', { tag });
      await tx.append(registered(id, actor.id, fields));
      return id;
    });
  }
}
