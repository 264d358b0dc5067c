import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Database, Jobs, type Tx, UnitOfWork } from '#platform';
import type { Run, Slice } from '../domain/run.js';
import { noteFailure, saveSlice, takeRun } from '../store/run-store.js';
import { ReplanClocks } from './replan-clocks.js';
import { SimulateClocks } from './simulate-clocks.js';

/** A job works so long on a run, then makes way for others and comes again. */
const JOB_MS = 2_000;

/** Goes on with a run, slice by slice. A slice is one transaction that also keeps how far the run is, so that a kill loses at most one. */
@Injectable()
export class ContinueRun {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly replan: ReplanClocks,
    private readonly simulation: SimulateClocks,
  ) {}

  /** Works for two seconds and leaves a job for the rest; does nothing where the run is finished or another worker has it. */
  async execute(id: string): Promise<void> {
    const begun = performance.now();
    let last = await this.slice(id);
    while (last && !last.slice.end && last.slice.pauseMs === undefined && performance.now() - begun < JOB_MS) last = await this.slice(id);
    if (!last || last.slice.end) return;
    const { pauseMs } = last.slice;
    const jobId = `sla-run-${id}-${last.run.slices + 1}`;
    await this.jobs.add('sla.continue-run', { runId: id }, { jobId, ...(pauseMs === undefined ? {} : { delayMs: pauseMs }) });
  }

  /** One slice; undefined where there was none to do. What goes wrong is kept with the run and thrown. */
  async slice(id: string): Promise<{ readonly run: Run; readonly slice: Slice } | undefined> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const run = await takeRun(tx, id);
        if (!run) return undefined;
        const slice = await this.work(tx, run);
        await saveSlice(tx, id, slice);
        return { run, slice };
      });
    } catch (error) {
      await noteFailure(this.database, id, error instanceof DomainError ? error.code : String(error));
      throw error;
    }
  }

  private work(tx: Tx, run: Run): Promise<Slice> {
    return run.kind === 'replan' ? this.replan.slice(tx, run) : this.simulation.slice(tx, run);
  }
}
