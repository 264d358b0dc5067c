import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
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

  /**
   * Processes that stood in one of `stages` at an instant: by the last stage that each had entered by then; and those that were not in the
   * register yet, but of which a verified document from outside holds on the day of that instant.
   */
  countedAt(
    on: Queryable,
    stages: readonly Stage[],
    at: Instant,
    locale: Locale,
  ): Promise<{ id: string; name: string; stage: Stage | null }[]> {
    return on.query(
      `with entered as (
         select distinct on (process_id) process_id, stage from processes.stage_period where since <= $2 order by process_id, since desc
       ), told as (
         select distinct process_id, null::text as stage from processes.evidence e, (select ($2::timestamptz at time zone 'Europe/Riga')::date as day) t
         where kind = 'external' and verified_by_id is not null and withdrawn_at is null and order_date <= t.day
           and (valid_to is null or valid_to >= t.day) and not exists (select 1 from entered where entered.process_id = e.process_id)
       )
       select p.id, n.${locale === 'lv' ? 'name_lv' : 'name_en'} as name, c.stage
       from (select * from entered where stage = any($1::text[]) union all select * from told) c
       join processes.process p on p.id = c.process_id join processes.practice n on n.code = p.practice order by n.position`,
      [stages, ts(at)],
    );
  }

  /** What the practice is called, for whoever is told of it. */
  async namesOf(on: Queryable, practice: string): Promise<{ nameLv: string; nameEn: string }> {
    const [row] = await on.query<{ nameLv: string; nameEn: string }>(
      `select name_lv as "nameLv", name_en as "nameEn" from processes.practice where code = $1`,
      [practice],
    );
    return row!;
  }

  /**
   * Processes whose review falls due within so many days or is late, and that nobody was told so of yet; under lock, so that two watchers
   * do not both tell. A new due day is told of anew.
   */
  reviewsToCall(
    tx: Tx,
    aheadDays: number,
  ): Promise<(Pick<ProcessRecord, 'id' | 'practice' | 'ownerId'> & { dueOn: string; overdue: boolean })[]> {
    return tx.query(
      `select p.id, p.practice, p.owner_id as "ownerId", p.review_due_on as "dueOn", p.review_due_on < t.today as overdue
       from processes.process p, (select (now() at time zone 'Europe/Riga')::date as today) t
       where p.stage in ('implemented', 'at_risk') and p.review_due_on <= t.today + $1::int
         and not exists (select 1 from platform.event_log e where e.subject_type = 'process' and e.subject_id = p.id and e.type = 'processes.review-due'
           and e.payload ->> 'dueOn' = p.review_due_on::text and (e.payload ->> 'overdue')::boolean = (p.review_due_on < t.today))
       for update of p`,
      [aheadDays],
    );
  }

  /** Is this installation a demonstration, whose laid-in history counts as if it were live? */
  async isDemonstration(on: Queryable): Promise<boolean> {
    return (await on.query(`select 1 from processes.demonstration`)).length > 0;
  }

  /** Since when stages are kept; null while the register is empty. */
  async keptSince(on: Queryable): Promise<Instant | null> {
    const [row] = await on.query<{ since: Instant | null }>(`select min(since) as since from processes.stage_period`);
    return row!.since;
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
