import { Injectable } from '@nestjs/common';
import { type Instant, type Interval, notFound } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { Maintenance, WeeklyHours } from '../domain/maintenance-hours.js';
import { refusingOverlap } from './freeze-windows.js';

/** What is said of a service's maintenance. */
export interface MaintenanceTerms extends Maintenance {
  readonly note: string | null;
}

/** Maintenance as it is kept. */
export interface MaintenanceRow extends MaintenanceTerms {
  readonly id: string;
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
  async one(on: Queryable, id: string, lock = ''): Promise<MaintenanceRow> {
    const [row] = await on.query<Raw>(`${SELECT} where id = $1 ${lock}`, [id]);
    if (!row) throw notFound('changes.maintenance');
    return toRow(row);
  }

  lock(tx: Tx, id: string): Promise<MaintenanceRow> {
    return this.one(tx, id, 'for update');
  }

  /** All of them, by service. */
  async all(on: Queryable): Promise<MaintenanceRow[]> {
    return (await on.query<Raw>(`${SELECT} order by service_id, valid_from, lower(period), id limit 1000`)).map(toRow);
  }

  /** Throws `changes.maintenance-overlaps`. */
  async add(tx: Tx, id: string, terms: MaintenanceTerms): Promise<void> {
    await refusingOverlap(
      'maintenance',
      tx.execute(
        `insert into changes.maintenance_window (id, service_id, weekly, valid_from, valid_to, period, note)
         values ($1, $2, $3::jsonb, $4, $5, ${PERIOD}, $8)`,
        [id, ...valuesOf(terms)],
      ),
    );
  }

  /** Throws `changes.maintenance-overlaps`. */
  async change(tx: Tx, id: string, terms: MaintenanceTerms): Promise<void> {
    await refusingOverlap(
      'maintenance',
      tx.execute(
        `update changes.maintenance_window set service_id = $2, weekly = $3::jsonb, valid_from = $4, valid_to = $5, period = ${PERIOD}, note = $8,
           version = version + 1 where id = $1`,
        [id, ...valuesOf(terms)],
      ),
    );
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.execute(`delete from changes.maintenance_window where id = $1`, [id]);
  }
}

/** A range that is not there is null: one without bounds would be all time. */
const PERIOD = `case when $6::timestamptz is null then null else tstzrange($6::timestamptz, $7::timestamptz) end`;

function valuesOf({ serviceId, weekly, validFrom, validTo, period, note }: MaintenanceTerms): unknown[] {
  return [serviceId, weekly && JSON.stringify(weekly), validFrom, validTo, ts(period?.from), ts(period?.to), note];
}
