import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, JobRegistry, Jobs } from '#platform';
import { idleImports } from '../store/imports.js';
import { ContinueImport } from '../use-cases/continue-import.js';

/** An import on which nobody has worked for so long lost its job, or its worker. */
const IDLE_SECONDS = 10;

/** Applies files; what lost its job is found in the table (DESIGN rule 8). */
@Injectable()
export class ImportJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly imports: ContinueImport,
  ) {}

  onModuleInit(): void {
    this.registry.define<{ importId: string }>({
      name: 'assets.continue-import',
      queue: 'chores',
      run: ({ importId }) => this.imports.execute(importId),
    });
    this.registry.define({ name: 'assets.resume-imports', queue: 'chores', run: () => this.resume() });
  }

  private async resume(): Promise<void> {
    const idle = await idleImports(this.database, IDLE_SECONDS);
    await this.jobs.addMany(
      'assets.continue-import',
      idle.map(({ id, round }) => ({ data: { importId: id }, jobId: `assets-import-${id}-again-${round}` })),
    );
  }
}
