import { Injectable } from '@nestjs/common';
import { type Instant, type Interval, notFound } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { Maintenance, WeeklyHours } from '../domain/maintenance-hours.js';

/** Maintenance as it is kept. */
export interface MaintenanceRow extends Maintenance {
  readonly id: string;
  readonly note: string | null;
  readonly version: number;
}

interface Raw {
  readonly id: string;
  readonly serviceId: string;
  readonly weekly: readonly WeeklyHours[] | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly note: string | null;
  readonly version: number;
}

const SELECT = `select id, service_id as "serviceId", weekly, valid_from as "validFrom", valid_to as "validTo", lower(period) as "from",
  upper(period) as "to", note, version from changes.maintenance_window`;

const toRow = ({ from, to, ...row }: Raw): MaintenanceRow => ({ ...row, period: from !== null && to !== null ? { from, to } : null });

/** Maintenance windows, as they are kept. */
@Injectable()
export class MaintenanceWindows {
  /** Those that touch `[from, to)`: by the week for all services, or of these only. */
  async within(on: Queryable, { from, to }: Interval, serviceIds?: readonly string[]): Promise<MaintenanceRow[]> {
    const rows = await on.query<Raw>(
      `${SELECT} where ($3::uuid[] is null or service_id = any($3::uuid[]))
         and (period && tstzrange($1, $2) or (weekly is not null and daterange(valid_from, valid_to)
           && daterange(($1::timestamptz at time zone 'Europe/Riga')::date, ($2::timestamptz at time zone 'Europe/Riga')::date, '[]')))
       order by service_id, valid_from, lower(period), id`,
      [ts(from), ts(to), serviceIds ?? null],
    );
    return rows.map(toRow);
  }

  /** Throws `changes.maintenance.not-found`. */
  async lock(tx: Tx, id: string): Promise<MaintenanceRow> {
    const [row] = await tx.query<Raw>(`${SELECT} where id = $1 for update`, [id]);
    if (!row) throw notFound('changes.maintenance');
    return toRow(row);
  }
}
