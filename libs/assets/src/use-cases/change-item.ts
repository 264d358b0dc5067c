import { Injectable } from '@nestjs/common';
import { type Actor } from '#identity';
import { DomainError } from '#kernel';
import { requireVersion, UnitOfWork } from '#platform';
import { changesOf, type ItemFields } from '../domain/item.js';
import { changed } from '../domain/item-events.js';
import { checkStatusChange } from '../domain/item-status.js';
import { writesIn } from '../domain/item-visibility.js';
import { ItemReferences } from '../reads/item-references.js';
import { lockItem } from '../store/find-item.js';
import { noteStatuses, updateItems } from '../store/items.js';

export interface ItemEdit {
  readonly fields: Partial<Omit<ItemFields, 'tag'>>;
  readonly statusReason: string | null;
}

/** The refusal for an item that one reads but does not write. */
export function notWritten(): DomainError {
  return new DomainError('assets.not-allowed', {}, 'forbidden');
}

/** Changes what is known of an item; the tag stays. */
@Injectable()
export class ChangeItem {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly references: ItemReferences,
  ) {}

  /**
   * Throws `assets.not-found`, `assets.not-allowed`, `platform.version-mismatch`, what the lifecycle refuses, and what `ItemReferences` throws.
   * What changes nothing writes nothing.
   */
  async execute(actor: Actor, key: string, { fields, statusReason }: ItemEdit, ifMatch: string | undefined): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const item = await lockItem(tx, actor, key);
      if (!writesIn(actor, item.institutionId)) throw notWritten();
      requireVersion(ifMatch, item.version);
      const changes = changesOf(item, fields);
      if (Object.keys(changes).length === 0) return item.id;
      if (changes.status && fields.status) checkStatusChange(item.status, fields.status, statusReason);
      const touched = Object.fromEntries(Object.entries(fields).filter(([field]) => field in changes));
      await this.references.check(tx, actor, touched);
      const next = { ...item, ...touched };
      await updateItems(tx, [next]);
      if (changes.status) await noteStatuses(tx, [{ itemId: item.id, status: next.status, reason: statusReason }], actor.id);
      await tx.append(...changed(item.id, actor.id, changes, { reason: statusReason }));
      return item.id;
    });
  }
}
