import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContinueRuns, JobRegistry } from '#platform';
import { ApplyOrganisationImport } from '../use-cases/apply-organisation-import.js';

/** Goes on with applying files, in whichever worker takes them; what lost its job is found in the table (DESIGN rule 8). */
@Injectable()
export class ImportJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly imports: ApplyOrganisationImport,
    private readonly runs: ContinueRuns,
  ) {}

  onModuleInit(): void {
    const { work } = this.imports;
    this.jobs.define<{ runId: string }>({ name: work.job, queue: 'chores', run: ({ runId }) => this.runs.execute(work, runId) });
    this.jobs.define({ name: 'identity.resume-imports', queue: 'chores', run: () => this.runs.resume(work) });
  }
}
