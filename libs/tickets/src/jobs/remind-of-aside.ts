import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database, JobRegistry, UnitOfWork } from '#platform';
import { PutAside } from '../use-cases/put-aside.js';

const AT_ONCE = 200;

/** Reminds of tickets whose day has come. The rows say when; each is done in a transaction of its own, which looks again under the lock. */
@Injectable()
export class RemindOfAside implements OnModuleInit {
  private readonly log = new Logger(RemindOfAside.name);

  constructor(
    private readonly jobs: JobRegistry,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly putAside: PutAside,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'tickets.remind-of-aside', queue: 'chores', run: () => this.run() });
  }

  /** Answers of how many tickets somebody was reminded. */
  async run(): Promise<number> {
    const rows = await this.database.query<{ id: string }>(
      `select id from tickets.ticket where aside_until <= clock_timestamp() order by aside_until limit ${AT_ONCE}`,
    );
    let reminded = 0;
    for (const { id } of rows) reminded += await this.one(id);
    return reminded;
  }

  private async one(id: string): Promise<number> {
    try {
      return (await this.unitOfWork.run((tx) => this.putAside.remind(tx, id))) ? 1 : 0;
    } catch (error) {
      // One that fails must not hold up the others; it is tried again the next time.
      this.log.error(`${id}: ${String(error)}`);
      return 0;
    }
  }
}
