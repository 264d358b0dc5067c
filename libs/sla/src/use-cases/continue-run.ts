import { Injectable } from '@nestjs/common';
import { ContinueRuns, type LongWork, type Run, type Slice } from '#platform';
import type { RunKind } from '../domain/run.js';
import { slaRuns } from '../store/runs.js';
import { ReplanClocks } from './replan-clocks.js';
import { SimulateClocks } from './simulate-clocks.js';

/** Goes on with a run over clocks, slice by slice. */
@Injectable()
export class ContinueRun {
  readonly work: LongWork<RunKind> = {
    table: slaRuns,
    job: 'sla.continue-run',
    work: (tx, run) => (run.kind === 'replan' ? this.replan.slice(tx, run) : this.simulation.slice(tx, run)),
  };

  constructor(
    private readonly runs: ContinueRuns,
    private readonly replan: ReplanClocks,
    private readonly simulation: SimulateClocks,
  ) {}

  /** Leaves the job that begins a run. */
  async begin(id: string): Promise<void> {
    await this.runs.begin(this.work, id);
  }

  /** Works for two seconds and leaves a job for the rest; does nothing where the run is finished or another worker has it. */
  async execute(id: string): Promise<void> {
    await this.runs.execute(this.work, id);
  }

  /** One slice; undefined where there was none to do. What goes wrong is kept with the run and thrown. */
  async slice(id: string): Promise<{ readonly run: Run<RunKind>; readonly slice: Slice } | undefined> {
    return this.runs.slice(this.work, id);
  }

  /** Gives a job to every run that has lost its own. */
  async resume(): Promise<void> {
    await this.runs.resume(this.work);
  }
}
