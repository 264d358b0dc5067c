import { Injectable } from '@nestjs/common';
import { DomainError, type Interval, notFound } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { Freeze } from '../domain/conflict.js';

/** What a freeze says. */
export type FreezeTerms = Omit<Freeze, 'id'>;

/** A freeze as it is kept. */
export interface FreezeRow extends Freeze {
  readonly setById: string | null;
  readonly version: number;
}

const SELECT = `select id, lower(period) as "from", upper(period) as "to", service_id as "serviceId", institution_id as "institutionId", reason,
  set_by_id as "setById", version from changes.freeze_window`;

/** Freeze windows, as they are kept. */
@Injectable()
export class FreezeWindows {
  /** Those that touch `[from, to)`, by their beginning. */
  async within(on: Queryable, { from, to }: Interval): Promise<FreezeRow[]> {
    return on.query<FreezeRow>(`${SELECT} where period && tstzrange($1, $2) order by lower(period), id`, [ts(from), ts(to)]);
  }

  async find(on: Queryable, id: string, lock = ''): Promise<FreezeRow | undefined> {
    return (await on.query<FreezeRow>(`${SELECT} where id = $1 ${lock}`, [id]))[0];
  }

  /** Throws `changes.freeze.not-found`. */
  async one(on: Queryable, id: string, lock = ''): Promise<FreezeRow> {
    const row = await this.find(on, id, lock);
    if (!row) throw notFound('changes.freeze');
    return row;
  }

  lock(tx: Tx, id: string): Promise<FreezeRow> {
    return this.one(tx, id, 'for update');
  }

  /** Throws `changes.freeze-overlaps`. */
  async add(tx: Tx, id: string, terms: FreezeTerms, actorId: string): Promise<void> {
    await refusingOverlap(
      'freeze',
      tx.execute(
        `insert into changes.freeze_window (id, period, scope, service_id, institution_id, reason, set_by_id, set_at)
         values ($1, tstzrange($2, $3), $4, $5, $6, $7, $8, clock_timestamp())`,
        [id, ...valuesOf(terms), actorId],
      ),
    );
  }

  /** Throws `changes.freeze-overlaps`. */
  async change(tx: Tx, id: string, terms: FreezeTerms): Promise<void> {
    await refusingOverlap(
      'freeze',
      tx.execute(
        `update changes.freeze_window set period = tstzrange($2, $3), scope = $4, service_id = $5, institution_id = $6, reason = $7,
           version = version + 1 where id = $1`,
        [id, ...valuesOf(terms)],
      ),
    );
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.execute(`delete from changes.freeze_window where id = $1`, [id]);
  }
}

function valuesOf({ from, to, serviceId, institutionId, reason }: FreezeTerms): unknown[] {
  const scope = serviceId !== null ? 'service' : institutionId !== null ? 'institution' : 'all';
  return [ts(from), ts(to), scope, serviceId, institutionId, reason];
}

const EXCLUSION_VIOLATION = '23P01';

/** Says `changes.<what>-overlaps` where the database refuses two windows of one scope at the same time. */
export async function refusingOverlap<T>(what: 'freeze' | 'maintenance', work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code !== EXCLUSION_VIOLATION) throw error;
    const code = `changes.${what}-overlaps`;
    throw new DomainError(code, {}, 'conflict', [{ pointer: what === 'freeze' ? '/from' : '/validFrom', code }]);
  }
}
