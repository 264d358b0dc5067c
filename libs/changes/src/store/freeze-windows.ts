import { Injectable } from '@nestjs/common';
import { type Interval, notFound } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { Freeze } from '../domain/conflict.js';

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

  /** Throws `changes.freeze.not-found`. */
  async lock(tx: Tx, id: string): Promise<FreezeRow> {
    const [row] = await tx.query<FreezeRow>(`${SELECT} where id = $1 for update`, [id]);
    if (!row) throw notFound('changes.freeze');
    return row;
  }
}
