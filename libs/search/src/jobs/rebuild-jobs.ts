import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContinueRuns, JobRegistry } from '#platform';
import { RebuildIndex } from '../use-cases/rebuild-index.js';

/** Goes on with a rebuild of the index, in whichever worker takes it. */
@Injectable()
export class RebuildJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly rebuild: RebuildIndex,
    private readonly runs: ContinueRuns,
  ) {}

  onModuleInit(): void {
    this.jobs.define<{ runId: string }>({
      name: this.rebuild.work.job,
      queue: 'chores',
      run: ({ runId }) => this.runs.execute(this.rebuild.work, runId),
    });
    this.jobs.define({ name: 'search.resume-runs', queue: 'chores', run: () => this.runs.resume(this.rebuild.work) });
  }
}
