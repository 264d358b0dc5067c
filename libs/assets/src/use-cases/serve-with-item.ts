import { Injectable } from '@nestjs/common';
import { CatalogueFacts } from '#catalogue';
import type { Actor } from '#identity';
import { notFound } from '#kernel';
import { UnitOfWork } from '#platform';
import { serving } from '../domain/item-events.js';
import { writesIn } from '../domain/item-visibility.js';
import { lockItem } from '../store/find-item.js';
import { addService, removeService } from '../store/relations.js';
import { notWritten } from './change-item.js';

/** Says which services stand on an item. */
@Injectable()
export class ServeWithItem {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly catalogue: CatalogueFacts,
  ) {}

  /** Answers the item's id. Throws `assets.not-found`, `assets.not-allowed`, `assets.service.not-found`. */
  async execute(actor: Actor, key: string, serviceId: string, serves: boolean): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const item = await lockItem(tx, actor, key);
      if (!writesIn(actor, item.institutionId)) throw notWritten();
      if (!(await this.catalogue.names([serviceId], actor.locale, tx)).has(serviceId)) throw notFound('assets.service');
      const done = serves ? await addService(tx, item.id, serviceId, actor.id) : await removeService(tx, item.id, serviceId);
      if (done) await tx.append(serving(serves, item.id, actor.id, serviceId));
      return item.id;
    });
  }
}
