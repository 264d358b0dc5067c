import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '#platform';
import { ContinueRun } from '../use-cases/continue-run.js';
import { ReplanStragglers } from '../use-cases/replan-stragglers.js';

/** Long work in slices; what lost its job is found in the table (DESIGN rule 8). */
@Injectable()
export class RunJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly runs: ContinueRun,
    private readonly stragglers: ReplanStragglers,
  ) {}

  onModuleInit(): void {
    this.registry.define<{ runId: string }>({ name: 'sla.continue-run', queue: 'chores', run: ({ runId }) => this.runs.execute(runId) });
    this.registry.define({ name: 'sla.resume-runs', queue: 'chores', run: () => this.runs.resume() });
    this.registry.define({ name: 'sla.replan-stragglers', queue: 'chores', run: () => this.stragglers.execute() });
  }
}
