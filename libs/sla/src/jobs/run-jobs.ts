import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, JobRegistry, Jobs } from '#platform';
import { idleRuns } from '../store/run-store.js';
import { ContinueRun } from '../use-cases/continue-run.js';
import { ReplanStragglers } from '../use-cases/replan-stragglers.js';

/** A run on which nobody has worked for so long lost its job, or its worker. */
const IDLE_SECONDS = 5;

/** Long work in slices; what lost its job is found in the table (DESIGN rule 8). */
@Injectable()
export class RunJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly runs: ContinueRun,
    private readonly stragglers: ReplanStragglers,
  ) {}

  onModuleInit(): void {
    this.registry.define<{ runId: string }>({ name: 'sla.continue-run', queue: 'chores', run: ({ runId }) => this.runs.execute(runId) });
    this.registry.define({ name: 'sla.resume-runs', queue: 'chores', run: () => this.resume() });
    this.registry.define({ name: 'sla.replan-stragglers', queue: 'chores', run: () => this.stragglers.execute() });
  }

  private async resume(): Promise<void> {
    const idle = await idleRuns(this.database, IDLE_SECONDS);
    await this.jobs.addMany(
      'sla.continue-run',
      idle.map(({ id, round }) => ({ data: { runId: id }, jobId: `sla-run-${id}-again-${round}` })),
    );
  }
}
