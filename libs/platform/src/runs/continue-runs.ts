import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Database } from '../database/database.js';
import type { Tx } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Jobs } from '../jobs/jobs.js';
import type { Run, Slice } from './run.js';
import type { RunTable } from './run-table.js';

/** A job works so long on a run, then makes way for others and comes again. */
const JOB_MS = 2_000;
/** A run on which nobody has worked for so long lost its job, or its worker. */
const IDLE_SECONDS = 5;
/** No rest is so long that the run seems to have lost its job. */
const REST_AT_MOST_MS = 3_000;

/** A module's long work. */
export interface LongWork<Kind extends string> {
  readonly table: RunTable<Kind>;
  /** The job that goes on with a run `{runId}`. */
  readonly job: string;
  /** One slice, in its own transaction. */
  work(tx: Tx, run: Run<Kind>): Promise<Slice>;
  /**
   * Kinds that nobody waits for: after each slice they rest so many times as long as it took, so that people at work keep the processors.
   * Short slices with short rests, since what stands behind one long stretch of work all waits.
   */
  readonly rests?: Partial<Readonly<Record<Kind, number>>>;
}

/** A slice that was done, and how long the run should rest after it. */
export interface DoneSlice<Kind extends string> {
  readonly run: Run<Kind>;
  readonly slice: Slice;
  readonly restMs: number;
}

/** Goes on with runs, slice by slice. A slice is one transaction that also keeps how far the run is, so that a kill loses at most one. */
@Injectable()
export class ContinueRuns {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Leaves the job that begins a run. */
  async begin({ job }: Pick<LongWork<string>, 'job'>, id: string): Promise<void> {
    await this.jobs.add(job, { runId: id }, { jobId: nameOf(job, id, 'start') });
  }

  /** Works for two seconds and leaves a job for the rest; does nothing where the run is finished or another worker has it. */
  async execute<Kind extends string>(of: LongWork<Kind>, id: string): Promise<void> {
    const begun = performance.now();
    let last = await this.slice(of, id);
    while (last && !last.slice.end && last.slice.pauseMs === undefined && performance.now() - begun < JOB_MS) {
      await sleep(last.restMs);
      last = await this.slice(of, id);
    }
    if (!last || last.slice.end) return;
    const delayMs = last.slice.pauseMs ?? last.restMs;
    const jobId = nameOf(of.job, id, String(last.run.slices + 1));
    await this.jobs.add(of.job, { runId: id }, { jobId, ...(delayMs > 0 ? { delayMs } : {}) });
  }

  /** One slice; undefined where there was none to do. What goes wrong is kept with the run and thrown. */
  async slice<Kind extends string>(of: LongWork<Kind>, id: string): Promise<DoneSlice<Kind> | undefined> {
    const begun = performance.now();
    try {
      const done = await this.unitOfWork.run(async (tx) => {
        const run = await of.table.take(tx, id);
        if (!run) return undefined;
        const slice = await of.work(tx, run);
        await of.table.saveSlice(tx, id, slice);
        return { run, slice };
      });
      return done && { ...done, restMs: restOf(of.rests?.[done.run.kind], performance.now() - begun) };
    } catch (error) {
      await of.table.noteFailure(this.database, id, error instanceof DomainError ? error.code : String(error));
      throw error;
    }
  }

  /** Gives a job to every run that has lost its own. */
  async resume({ table, job }: Pick<LongWork<string>, 'table' | 'job'>): Promise<void> {
    const idle = await table.idle(this.database, IDLE_SECONDS);
    await this.jobs.addMany(
      job,
      idle.map(({ id, round }) => ({ data: { runId: id }, jobId: nameOf(job, id, `again-${round}`) })),
    );
  }
}

function restOf(times: number | undefined, workedMs: number): number {
  return Math.min(REST_AT_MOST_MS, Math.round((times ?? 0) * workedMs));
}

function nameOf(job: string, id: string, part: string): string {
  return `${job.replaceAll('.', '-')}-${id}-${part}`;
}
