import { Injectable } from '@nestjs/common';
import { notFound } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { Measurement } from '../domain/indicator-value.js';

const MEASUREMENT = `select m.id, m.indicator_id as "indicatorId", m.year, m.origin, m.value, m.numerator, m.denominator,
  m.achieved_on as "achievedOn", m.source, m.recorded_by_id as "recordedById", m.recorded_at as "recordedAt", f.name as "fileName",
  f.sha256 as "fileSha256"
  from processes.indicator_measurement m left join processes.measurement_file f on f.measurement_id = m.id`;

/** A value with the file that proves it, where there is one. */
export interface KeptMeasurement extends Measurement {
  readonly fileName: string | null;
  readonly fileSha256: string | null;
}

/** Values that the desk does not measure. They are only ever added; the last one of a year stands. */
@Injectable()
export class MeasurementStore {
  /** Everything that was recorded of these indicators, the latest first. */
  of(on: Queryable, indicatorIds: readonly string[]): Promise<KeptMeasurement[]> {
    return on.query<KeptMeasurement>(`${MEASUREMENT} where m.indicator_id = any($1::uuid[]) order by m.recorded_at desc, m.id`, [
      indicatorIds,
    ]);
  }

  /** Throws `processes.measurement.not-found` where the indicator has no such value. */
  async one(on: Queryable, indicatorId: string, id: string): Promise<KeptMeasurement> {
    const [row] = await on.query<KeptMeasurement>(`${MEASUREMENT} where m.id = $1 and m.indicator_id = $2`, [id, indicatorId]);
    if (!row) throw notFound('processes.measurement');
    return row;
  }

  async add(tx: Tx, measurement: Omit<Measurement, 'recordedAt'>): Promise<void> {
    const { id, indicatorId, year, origin, value, numerator, denominator, achievedOn, source, recordedById } = measurement;
    await tx.execute(
      `insert into processes.indicator_measurement
         (id, indicator_id, year, origin, value, numerator, denominator, achieved_on, source, recorded_by_id, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[id, indicatorId, year, origin, value, numerator, denominator, achievedOn, source, recordedById],
        // The instant of the writing, so that of two values within a moment the later one stands.
        ts(await tx.instant()),
      ],
    );
  }

  async addFile(tx: Tx, measurementId: string, { name, sha256, bytes }: { name: string; sha256: string; bytes: Buffer }): Promise<void> {
    await tx.execute(`insert into processes.measurement_file (measurement_id, name, sha256, content) values ($1, $2, $3, $4)`, [
      measurementId,
      name,
      sha256,
      bytes,
    ]);
  }

  /** The file itself; undefined where there is none. */
  async fileOf(on: Queryable, indicatorId: string, id: string): Promise<{ name: string; bytes: Buffer } | undefined> {
    const [row] = await on.query<{ name: string; bytes: Buffer }>(
      `select f.name, f.content as bytes from processes.measurement_file f join processes.indicator_measurement m on m.id = f.measurement_id
       where m.id = $1 and m.indicator_id = $2`,
      [id, indicatorId],
    );
    return row;
  }
}
