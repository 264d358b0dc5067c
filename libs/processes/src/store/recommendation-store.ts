import { Injectable } from '@nestjs/common';
import { notFound } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { Recommendation } from '../domain/recommendation.js';
import type { RecommendationState } from '../domain/recommendation-lifecycle.js';

/** The columns of `processes.recommendation r`, named as `Recommendation` names them. */
export const RECOMMENDATION_COLUMNS = `r.id, r.source, r.number, r.text, r.owner_id as "ownerId", r.due_on as "dueOn",
  r.counted_due_on as "countedDueOn", r.state, r.implemented_on as "implementedOn", r.withdrawal_reason as "withdrawalReason", r.revision,
  r.created_by_id as "createdById", r.created_at as "createdAt"`;

export type NewRecommendation = Pick<Recommendation, 'id' | 'source' | 'number' | 'text' | 'ownerId' | 'dueOn'>;

/** Audit recommendations. Every change raises the revision. */
@Injectable()
export class RecommendationStore {
  /** Throws `processes.recommendation.not-found`. */
  async one(on: Queryable, id: string, lock = ''): Promise<Recommendation> {
    const [row] = await on.query<Recommendation>(`select ${RECOMMENDATION_COLUMNS} from processes.recommendation r where id = $1 ${lock}`, [
      id,
    ]);
    if (!row) throw notFound('processes.recommendation');
    return row;
  }

  lock(tx: Tx, id: string): Promise<Recommendation> {
    return this.one(tx, id, 'for update');
  }

  /** False where the source has this number already. */
  async add(tx: Tx, { id, source, number, text, ownerId, dueOn }: NewRecommendation, createdById: string): Promise<boolean> {
    const added = await tx.execute(
      `insert into processes.recommendation (id, source, number, text, owner_id, due_on, counted_due_on, created_by_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $6, $7, $8) on conflict (source, number) do nothing`,
      [id, source, number, text, ownerId, dueOn, createdById, ts(tx.now)],
    );
    return added > 0;
  }

  async setOwner(tx: Tx, id: string, ownerId: string): Promise<void> {
    await tx.execute(`update processes.recommendation set owner_id = $2, revision = revision + 1 where id = $1`, [id, ownerId]);
  }

  async setState(tx: Tx, id: string, state: RecommendationState, implementedOn: string | null = null): Promise<void> {
    await tx.execute(`update processes.recommendation set state = $2, implemented_on = $3, revision = revision + 1 where id = $1`, [
      id,
      state,
      implementedOn,
    ]);
  }

  async withdraw(tx: Tx, id: string, reason: string): Promise<void> {
    await tx.execute(
      `update processes.recommendation set state = 'withdrawn', withdrawal_reason = $2, revision = revision + 1 where id = $1`,
      [id, reason],
    );
  }

  async extendTo(tx: Tx, id: string, dueOn: string): Promise<void> {
    await tx.execute(
      `update processes.recommendation set counted_due_on = greatest(counted_due_on, $2::date), revision = revision + 1 where id = $1`,
      [id, dueOn],
    );
  }

  /** Those whose counted due is over (`late`) or comes within `days`, and of which nobody was told yet; they are marked as told. */
  async takeUntold(tx: Tx, what: 'soon' | 'late', days: number): Promise<Recommendation[]> {
    const told = what === 'late' ? 'told_late_of' : 'told_soon_of';
    const today = `(now() at time zone 'Europe/Riga')::date`;
    const when = what === 'late' ? `counted_due_on < ${today} - $1::int` : `counted_due_on between ${today} and ${today} + $1::int`;
    return tx.query<Recommendation>(
      `update processes.recommendation r set ${told} = counted_due_on
       where state in ('open', 'reported') and ${when} and ${told} is distinct from counted_due_on returning ${RECOMMENDATION_COLUMNS}`,
      [days],
    );
  }
}
