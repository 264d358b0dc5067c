import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../database/database.js';

/** A job that runs every second is written down this often; a failure at once. */
const KEEP_EVERY_MS = 15_000;
const FAILURE_LENGTH = 500;

/** When a job ran and failed last. `failures` counts since the installation began. */
export interface JobRun {
  readonly name: string;
  /** ISO instants. */
  readonly finishedAt: string | null;
  readonly tookMs: number | null;
  readonly failedAt: string | null;
  readonly failure: string | null;
  readonly failures: number;
}

/** Keeps in the database when each job ran: what is done leaves its queue. Nothing is decided by it, so a run that is not written down does no harm. */
@Injectable()
export class JobRuns {
  private readonly log = new Logger(JobRuns.name);
  private readonly keptAt = new Map<string, number>();

  constructor(private readonly database: Database) {}

  async done(name: string, tookMs: number): Promise<void> {
    const now = performance.now();
    if (now - (this.keptAt.get(name) ?? -KEEP_EVERY_MS) < KEEP_EVERY_MS) return;
    this.keptAt.set(name, now);
    await this.keep(
      `insert into platform.job_run (name, finished_at, took_ms) values ($1, clock_timestamp(), $2)
       on conflict (name) do update set finished_at = excluded.finished_at, took_ms = excluded.took_ms`,
      [name, Math.round(tookMs)],
    );
  }

  async failed(name: string, error: unknown): Promise<void> {
    this.keptAt.delete(name);
    const failure = (error instanceof Error ? error.message : String(error)).slice(0, FAILURE_LENGTH);
    await this.keep(
      `insert into platform.job_run (name, failed_at, failure, failures) values ($1, clock_timestamp(), $2, 1)
       on conflict (name) do update set failed_at = excluded.failed_at, failure = excluded.failure, failures = job_run.failures + 1`,
      [name, failure],
    );
  }

  async all(): Promise<JobRun[]> {
    return this.database.query<JobRun>(
      `select name, ${iso('finished_at')} as "finishedAt", took_ms as "tookMs", ${iso('failed_at')} as "failedAt", failure, failures
       from platform.job_run order by name`,
    );
  }

  private async keep(sql: string, params: readonly unknown[]): Promise<void> {
    await this.database.query(sql, params).catch((error: unknown) => this.log.debug(`run not written down: ${String(error)}`));
  }
}

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
