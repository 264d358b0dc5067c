import { Injectable } from '@nestjs/common';
import type { Instant, Status } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { IndicatorValue } from '../domain/indicator-value.js';
import type { Origin } from '../domain/scorecard.js';

/** A year of a scorecard as it was written down; a later one of the same year stands for it and names it. */
export interface Snapshot {
  readonly id: string;
  readonly scorecardId: string;
  readonly year: number;
  readonly number: number;
  readonly replacesId: string | null;
  readonly reason: string | null;
  readonly inputHash: string;
  readonly frozenById: string | null;
  readonly frozenAt: Instant;
}

/** What stood against an indicator; the value is null where there was none. */
export interface FrozenValue {
  readonly indicatorId: string;
  readonly target: number | null;
  readonly status: Status | null;
  readonly value: IndicatorValue | null;
}

interface ValueRow extends Omit<IndicatorValue, 'origin' | 'dataAt'> {
  readonly snapshotId: string;
  readonly indicatorId: string;
  readonly target: number | null;
  readonly status: Status | null;
  readonly origin: Origin | null;
  readonly dataAt: Instant | null;
}

/** Frozen years. Append-only. */
@Injectable()
export class SnapshotStore {
  /** All of a scorecard, the last one of a year first. */
  of(on: Queryable, scorecardId: string): Promise<Snapshot[]> {
    return on.query<Snapshot>(
      `select id, scorecard_id as "scorecardId", year, number, replaces_id as "replacesId", reason, input_hash as "inputHash",
         frozen_by_id as "frozenById", frozen_at as "frozenAt"
       from processes.scorecard_snapshot where scorecard_id = $1 order by year desc, number desc`,
      [scorecardId],
    );
  }

  async values(on: Queryable, snapshotIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<string, FrozenValue>>> {
    const rows = await on.query<ValueRow>(
      `select snapshot_id as "snapshotId", indicator_id as "indicatorId", target, status, value, numerator, denominator, n,
         effective_n as "effectiveN", low, high, origin, source, rows_path as "rowsPath", definition_version as "definitionVersion",
         achieved_on as "achievedOn", data_at as "dataAt"
       from processes.snapshot_value where snapshot_id = any($1::uuid[])`,
      [snapshotIds],
    );
    const found = new Map<string, Map<string, FrozenValue>>(snapshotIds.map((id) => [id, new Map()]));
    for (const { snapshotId, indicatorId, target, status, origin, dataAt, ...rest } of rows) {
      const value = origin === null || dataAt === null ? null : { ...rest, origin, dataAt };
      found.get(snapshotId)!.set(indicatorId, { indicatorId, target, status, value });
    }
    return found;
  }

  async add(tx: Tx, snapshot: Omit<Snapshot, 'frozenAt'>, values: readonly FrozenValue[]): Promise<void> {
    const { id, scorecardId, year, number, replacesId, reason, inputHash, frozenById } = snapshot;
    await tx.execute(
      `insert into processes.scorecard_snapshot (id, scorecard_id, year, number, replaces_id, reason, input_hash, frozen_by_id, frozen_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, scorecardId, year, number, replacesId, reason, inputHash, frozenById, ts(tx.now)],
    );
    for (const { indicatorId, target, status, value } of values)
      await tx.execute(
        `insert into processes.snapshot_value (snapshot_id, indicator_id, target, status, value, numerator, denominator, n, effective_n, low,
           high, origin, source, rows_path, definition_version, achieved_on, data_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
        [
          ...[id, indicatorId, target, status, value?.value ?? null, value?.numerator ?? null, value?.denominator ?? null],
          ...[value?.n ?? null, value?.effectiveN ?? null, value?.low ?? null, value?.high ?? null, value?.origin ?? null],
          ...[value?.source ?? null, value?.rowsPath ?? null, value?.definitionVersion ?? null, value?.achievedOn ?? null],
          ts(value?.dataAt ?? null),
        ],
      );
  }
}
