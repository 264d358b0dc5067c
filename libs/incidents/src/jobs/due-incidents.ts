import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database, JobRegistry, UnitOfWork } from '#platform';
import { type DueStep, DueSteps } from './due-steps.js';

const AT_ONCE = 200;

/**
 * What time itself does to incidents: resolved ones close, held ones go on at their date, unanswered ones are resolved. The rows
 * say when; each is done in a transaction of its own, which looks again under the lock.
 */
@Injectable()
export class DueIncidents implements OnModuleInit {
  private readonly log = new Logger(DueIncidents.name);

  constructor(
    private readonly jobs: JobRegistry,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly steps: DueSteps,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'incidents.do-what-is-due', queue: 'chores', run: () => this.run() });
  }

  /** Answers how many incidents were moved. */
  async run(): Promise<number> {
    let moved = 0;
    for (const { column, step } of this.steps.all()) {
      const rows = await this.database.query<{ id: string }>(
        `select ticket_id as id from incidents.incident where ${column} <= clock_timestamp() order by ${column} limit ${AT_ONCE}`,
      );
      for (const { id } of rows) moved += await this.one(id, step);
    }
    return moved;
  }

  private async one(id: string, step: DueStep['step']): Promise<number> {
    try {
      return (await this.unitOfWork.run((tx) => step(tx, id))) ? 1 : 0;
    } catch (error) {
      // One that cannot be moved must not hold up the others; it is tried again the next time.
      this.log.error(`${id}: ${String(error)}`);
      return 0;
    }
  }
}
