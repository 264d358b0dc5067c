import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import { Clock, toDate } from '#kernel';
import { Database } from '#platform';
import { mayChangeView } from '../domain/saved-view.js';
import { queryOf } from '../domain/ticket-query.js';
import type { SavedViewCountResponse, SavedViewResponse } from '../http/responses/saved-view.response.js';
import { savedViewsOf } from '../store/saved-views.js';
import { type ViewCount, viewCountsSql } from './saved-view-counts.js';

/** So many views are counted at a time; the others are counted when they are opened. */
const COUNTED_VIEWS = 24;

/** The views that a person keeps or his groups share with him, and how many tickets each holds for him. */
@Injectable()
export class SavedViewList {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityFacts,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor): Promise<SavedViewResponse[]> {
    const views = await savedViewsOf(this.database, actor);
    const ids = (of: (view: (typeof views)[number]) => string | null): string[] => [...new Set(views.flatMap((view) => of(view) ?? []))];
    const [groups, people] = await Promise.all([
      this.identity.groupNames(
        ids(({ groupId }) => groupId),
        actor.locale,
      ),
      this.identity.names(ids(({ ownerId }) => ownerId)),
    ]);
    return views.map((view) => ({
      ...{ id: view.id, name: view.name, filters: view.filters, sort: view.sort, columns: [...view.columns] },
      owner: { id: view.ownerId, name: people.get(view.ownerId) ?? '' },
      group: view.groupId === null ? null : { id: view.groupId, name: groups.get(view.groupId) ?? '' },
      mine: view.ownerId === actor.id,
      mayChange: mayChangeView(actor, view),
    }));
  }

  /** How many tickets the first views hold, by the id of the view. */
  async counts(actor: Actor): Promise<SavedViewCountResponse[]> {
    const views = (await savedViewsOf(this.database, actor)).slice(0, COUNTED_VIEWS);
    if (views.length === 0) return [];
    const queries = views.map(({ filters }) => queryOf(filters, { limit: 1 }));
    const { sql, values } = viewCountsSql(actor, queries, toDate(this.clock.now()).getUTCFullYear());
    const [row] = await this.database.query<Record<string, ViewCount>>(sql, values);
    return views.map(({ id }, at) => ({ id, count: row?.[`c${at}`]?.count ?? 0, more: row?.[`c${at}`]?.more ?? false }));
  }
}
