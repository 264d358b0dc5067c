import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Instant, notFound } from '#kernel';
import { Database, ts, type Tx } from '#platform';

export type SyncState = 'running' | 'done' | 'refused' | 'failed';

/** How many people a reading made new, changed and so on; `elsewhere`: of institutions that the directory does not speak for. */
export interface SyncCounts {
  readonly created: number;
  readonly changed: number;
  readonly ended: number;
  readonly unchanged: number;
  readonly elsewhere: number;
  readonly faulty: number;
}

/** An entry that the register refuses. */
export interface SyncFault {
  readonly externalId: string | null;
  readonly code: string;
  readonly value: string;
}

export interface NewSync {
  readonly directory: string;
  readonly dry: boolean;
  /** Null: the night. */
  readonly askedBy: string | null;
  /** How many endings somebody has agreed to. */
  readonly endings: number | null;
}

export interface DirectorySync extends NewSync, SyncCounts {
  readonly id: string;
  readonly state: SyncState;
  readonly faults: readonly SyncFault[];
  /** The code of the refusal. */
  readonly refusal: string | null;
  readonly askedByName: string | null;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
}

/** A reading of which nothing was heard for so long has died. */
const DEAD_HOURS = 2;
const KEPT_DAYS = 400;
/** Faults that are kept; all are counted. */
const FAULTS = 50;

const NOTHING: SyncCounts = { created: 0, changed: 0, ended: 0, unchanged: 0, elsewhere: 0, faulty: 0 };

const SYNC = `select s.id, s.directory, s.dry, s.state, s.asked_by as "askedBy", u.name as "askedByName", s.endings, s.created, s.changed, s.ended,
    s.unchanged, s.elsewhere, s.faulty, s.faults, s.refusal, s.started_at as "startedAt", s.finished_at as "finishedAt"
  from identity.directory_sync s left join identity.app_user u on u.id = s.asked_by`;

/** What became of the readings of directories. */
@Injectable()
export class DirectorySyncs {
  constructor(private readonly database: Database) {}

  /** Throws `identity.sync-running` (conflict) while another reading of the directory is under way. */
  async begin(tx: Tx, { directory, dry, askedBy, endings }: NewSync): Promise<string> {
    await tx.execute(
      `update identity.directory_sync set state = 'failed', refusal = 'identity.sync-died', finished_at = $2
       where directory = $1 and state = 'running' and started_at < $2::timestamptz - interval '${DEAD_HOURS} hours'`,
      [directory, ts(tx.now)],
    );
    await tx.execute(
      `delete from identity.directory_sync where directory = $1 and started_at < $2::timestamptz - interval '${KEPT_DAYS} days'`,
      [directory, ts(tx.now)],
    );
    const id = randomUUID();
    const begun = await tx.execute(
      `insert into identity.directory_sync (id, directory, dry, asked_by, endings, started_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (directory) where state = 'running' do nothing`,
      [id, directory, dry, askedBy, endings, ts(tx.now)],
    );
    if (begun === 0) throw new DomainError('identity.sync-running', {}, 'conflict');
    return id;
  }

  /** A reading that was begun and not finished. */
  async underWay(id: string): Promise<NewSync | undefined> {
    const [row] = await this.database.query<NewSync>(
      `select directory, dry, asked_by as "askedBy", endings from identity.directory_sync where id = $1 and state = 'running'`,
      [id],
    );
    return row;
  }

  async finish(
    tx: Tx,
    id: string,
    state: Exclude<SyncState, 'running'>,
    { counts = NOTHING, faults = [], refusal = null }: { counts?: SyncCounts; faults?: readonly SyncFault[]; refusal?: string | null },
  ): Promise<void> {
    const { created, changed, ended, unchanged, elsewhere, faulty } = counts;
    await tx.execute(
      `update identity.directory_sync set state = $2, created = $3, changed = $4, ended = $5, unchanged = $6, elsewhere = $7, faulty = $8,
         faults = $9::jsonb, refusal = $10, finished_at = $11 where id = $1 and state = 'running'`,
      [id, state, created, changed, ended, unchanged, elsewhere, faulty, JSON.stringify(faults.slice(0, FAULTS)), refusal, ts(tx.now)],
    );
  }

  /** The latest first. */
  async latest(directory: string, limit: number): Promise<DirectorySync[]> {
    return this.database.query<DirectorySync>(`${SYNC} where s.directory = $1 order by s.started_at desc, s.id desc limit $2`, [
      directory,
      limit,
    ]);
  }

  async one(id: string): Promise<DirectorySync> {
    const [row] = await this.database.query<DirectorySync>(`${SYNC} where s.id = $1`, [id]);
    if (!row) throw notFound('identity.directory-sync');
    return row;
  }

  /** How many people a source tells of, by source. */
  async peopleOf(sources: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.query<{ source: string; count: number }>(
      `select source, count(*)::int as count from identity.app_user where source = any($1::text[]) and source is not null and active group by source`,
      [sources],
    );
    return new Map(rows.map(({ source, count }) => [source, count]));
  }

  /** How many people sign in by a provider, by provider. */
  async linkedAt(providers: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.query<{ provider: string; count: number }>(
      `select provider, count(*)::int as count from identity.outside_identity where provider = any($1::text[]) group by provider`,
      [providers],
    );
    return new Map(rows.map(({ provider, count }) => [provider, count]));
  }
}
