import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError, notFound } from '#kernel';
import { Database, UnitOfWork } from '#platform';
import { dropSearch, keepSearch, type SavedQuery, type SavedSearch, savedSearchesOf } from '../store/saved-searches.js';

/** More would be a list to search in. */
const MOST_KEPT = 50;

/** The searches that a person keeps: nobody else sees them. */
@Injectable()
export class KeepSearch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
  ) {}

  async list(actor: Actor): Promise<SavedSearch[]> {
    return savedSearchesOf(this.database, actor.id);
  }

  /** Keeps a search under a name; one of that name gives way. Throws `search.too-many-saved`. */
  async keep(actor: Actor, name: string, query: SavedQuery): Promise<SavedSearch> {
    return this.unitOfWork.run(async (tx) => {
      const own = await savedSearchesOf(tx, actor.id);
      if (own.length >= MOST_KEPT && !own.some((one) => one.name === name))
        throw new DomainError('search.too-many-saved', { most: MOST_KEPT }, 'rule-broken');
      const search = { id: randomUUID(), name, query, createdAt: tx.now };
      return { ...search, id: await keepSearch(tx, actor.id, search) };
    });
  }

  /** Throws `search.saved.not-found`. */
  async drop(actor: Actor, id: string): Promise<void> {
    const dropped = await this.unitOfWork.run((tx) => dropSearch(tx, actor.id, id));
    if (!dropped) throw notFound('search.saved');
  }
}
