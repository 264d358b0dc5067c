import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '#platform';
import { RunTrial } from '../use-cases/run-trial.js';

/** Tries of rules in slices; what lost its job is found in the table (DESIGN rule 8). */
@Injectable()
export class TrialJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly trials: RunTrial,
  ) {}

  onModuleInit(): void {
    this.registry.define<{ runId: string }>({
      name: 'routing.continue-trial',
      queue: 'chores',
      run: ({ runId }) => this.trials.execute(runId),
    });
    this.registry.define({ name: 'routing.resume-trials', queue: 'chores', run: () => this.trials.resume() });
  }
}
