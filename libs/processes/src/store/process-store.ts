import { Injectable } from '@nestjs/common';
import { type Instant, notFound } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { ProcessRecord, ProcessTerms } from '../domain/process.js';
import type { Stage } from '../domain/process-lifecycle.js';

const PROCESS = `select id, practice, owner_id as "ownerId", scope, description, roles, lifecycle, lifecycle_version as "lifecycleVersion", metrics,
  low_volume_reason as "lowVolumeReason", stage, stage_since as "stageSince", review_due_on as "reviewDueOn", revision
  from processes.process`;

/** Processes and the stages they went through. Every change raises the revision. */
@Injectable()
export class ProcessStore {
  /** By practice, in the order of the catalogue; retired ones last. */
  all(on: Queryable): Promise<ProcessRecord[]> {
    return on.query<ProcessRecord>(
      `${PROCESS} order by stage = 'retired', (select position from processes.practice p where p.code = practice), created_at limit 500`,
    );
  }

  /** Throws `processes.not-found`. */
  async one(on: Queryable, id: string, lock = ''): Promise<ProcessRecord> {
    const [row] = await on.query<ProcessRecord>(`${PROCESS} where id = $1 ${lock}`, [id]);
    if (!row) throw notFound('processes');
    return row;
  }

  lock(tx: Tx, id: string): Promise<ProcessRecord> {
    return this.one(tx, id, 'for update');
  }

  /** Those that the system watches, under lock in one order, so that two watchers do not wait for each other. */
  lockCounted(tx: Tx): Promise<ProcessRecord[]> {
    return tx.query<ProcessRecord>(`${PROCESS} where stage in ('approved', 'implemented', 'at_risk') order by id for update`);
  }

  async add(tx: Tx, { id, practice, ownerId }: Pick<ProcessRecord, 'id' | 'practice' | 'ownerId'>): Promise<void> {
    await tx.execute(`insert into processes.process (id, practice, owner_id, stage_since, created_at) values ($1, $2, $3, $4, $4)`, [
      id,
      practice,
      ownerId,
      ts(tx.now),
    ]);
    await this.keepStage(tx, id, 'identified', null);
  }

  async describe(tx: Tx, id: string, terms: ProcessTerms): Promise<void> {
    const { scope, description, roles, lifecycle, metrics, lowVolumeReason } = terms;
    await tx.execute(
      `update processes.process set scope = $2, description = $3, roles = $4::jsonb, lifecycle = $5, metrics = $6, low_volume_reason = $7,
         revision = revision + 1 where id = $1`,
      [id, scope, description, JSON.stringify(roles), lifecycle, metrics, lowVolumeReason],
    );
  }

  async setOwner(tx: Tx, id: string, ownerId: string | null): Promise<void> {
    await tx.execute(`update processes.process set owner_id = $2, revision = revision + 1 where id = $1`, [id, ownerId]);
  }

  /** Moves a process to a stage, and keeps since when and why. */
  async setStage(tx: Tx, id: string, stage: Stage, cause: string | null): Promise<void> {
    await tx.execute(`update processes.process set stage = $2, stage_since = $3, revision = revision + 1 where id = $1`, [
      id,
      stage,
      ts(tx.now),
    ]);
    await this.keepStage(tx, id, stage, cause);
  }

  async setLifecycleVersion(tx: Tx, id: string, version: number | null): Promise<void> {
    await tx.execute(`update processes.process set lifecycle_version = $2 where id = $1`, [id, version]);
  }

  /** The next review is due a year from today in Riga. */
  async setReviewDue(tx: Tx, id: string): Promise<void> {
    await tx.execute(
      `update processes.process set review_due_on = ($2::timestamptz at time zone 'Europe/Riga')::date + interval '1 year', revision = revision + 1
       where id = $1`,
      [id, ts(tx.now)],
    );
  }

  /** How many processes stood in one of `stages` at an instant: the last stage that each had entered by then. */
  async countAt(on: Queryable, stages: readonly Stage[], at: Instant): Promise<number> {
    const [row] = await on.query<{ n: number }>(
      `select count(*)::int as n from (
         select distinct on (process_id) stage from processes.stage_period where since <= $2 order by process_id, since desc
       ) s where stage = any($1::text[])`,
      [stages, ts(at)],
    );
    return row!.n;
  }

  private async keepStage(tx: Tx, id: string, stage: Stage, cause: string | null): Promise<void> {
    await tx.execute(`insert into processes.stage_period (process_id, since, stage, cause) values ($1, $2, $3, $4)`, [
      id,
      ts(await tx.instant()),
      stage,
      cause,
    ]);
  }
}
