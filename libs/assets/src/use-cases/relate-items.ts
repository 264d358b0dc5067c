import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError } from '#kernel';
import { UnitOfWork } from '#platform';
import { related } from '../domain/item-events.js';
import { writesIn } from '../domain/item-visibility.js';
import type { RelationKind } from '../domain/relation.js';
import { fieldRefused } from '../reads/item-references.js';
import { lockItem, findItem } from '../store/find-item.js';
import { addRelation, closesCircle, removeRelation } from '../store/relations.js';
import { notWritten } from './change-item.js';

/** Says how one item hangs together with another, and takes it back. */
@Injectable()
export class RelateItems {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Answers the item's id. Throws `assets.not-found`, `assets.not-allowed`; with kind `invalid` `assets.target-unknown`,
   * `assets.relation-to-itself` and `assets.relation-circle`.
   */
  async add(actor: Actor, key: string, kind: RelationKind, targetKey: string): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const item = await lockItem(tx, actor, key);
      if (!writesIn(actor, item.institutionId)) throw notWritten();
      const target = await findItem(tx, actor, targetKey).catch((error: unknown) => {
        throw error instanceof DomainError && error.kind === 'not-found' ? fieldRefused('target', 'target-unknown') : error;
      });
      if (target.id === item.id) throw fieldRefused('target', 'relation-to-itself');
      const relation = { itemId: item.id, kind, targetId: target.id };
      if (await closesCircle(tx, relation)) throw fieldRefused('target', 'relation-circle');
      if (await addRelation(tx, relation, actor.id)) await tx.append(related(true, item.id, actor.id, { kind, targetId: target.id }));
      return item.id;
    });
  }

  /** What is not there needs no taking away. Throws `assets.not-found`, `assets.not-allowed`. */
  async remove(actor: Actor, key: string, kind: RelationKind, targetId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const item = await lockItem(tx, actor, key);
      if (!writesIn(actor, item.institutionId)) throw notWritten();
      const removed = await removeRelation(tx, { itemId: item.id, kind, targetId });
      if (removed) await tx.append(related(false, item.id, actor.id, { kind, targetId }));
    });
  }
}
