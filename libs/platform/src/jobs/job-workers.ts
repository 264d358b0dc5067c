import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type Job, Worker } from 'bullmq';
import { JobRegistry, QUEUE_NAMES, type QueueName } from './job-registry.js';
import { QueueConnection } from './queue-connection.js';

const CONCURRENCY: Record<QueueName, number> = { timers: 4, reactions: 8, chores: 3 };

/** Runs the jobs of all queues in this process. A killed worker's jobs are taken over after about ten seconds. */
@Injectable()
export class JobWorkers implements OnApplicationShutdown {
  private readonly log = new Logger(JobWorkers.name);
  private workers: Worker[] = [];

  constructor(
    private readonly registry: JobRegistry,
    private readonly connection: QueueConnection,
  ) {}

  /** Starts the workers and lays down the recurring jobs (the same in every process: one schedule each). */
  async start(): Promise<void> {
    const connection = await this.connection.connection();
    for (const name of QUEUE_NAMES) {
      const worker = new Worker(name, (job) => this.run(job), {
        connection,
        prefix: 'atbalsts',
        concurrency: CONCURRENCY[name],
        lockDuration: 5_000,
        stalledInterval: 5_000,
        maxStalledCount: 10,
      });
      worker.on('error', (error) => this.connection.report(error));
      worker.on('failed', (job, error) => this.log.warn(`${job?.name ?? 'job'} failed: ${error.message}`));
      this.workers.push(worker);
    }
    await this.schedule();
  }

  private async schedule(): Promise<void> {
    for (const definition of this.registry.all()) {
      const repeat = definition.everyMs
        ? { every: definition.everyMs }
        : definition.cron
          ? { pattern: definition.cron, tz: 'Europe/Riga' }
          : undefined;
      if (!repeat) continue;
      const queue = await this.connection.queue(definition.queue);
      await queue.upsertJobScheduler(definition.name, repeat, {
        name: definition.name,
        data: {},
        opts: { removeOnComplete: true, removeOnFail: { age: 3_600, count: 100 } },
      });
    }
  }

  private async run(job: Job): Promise<void> {
    const definition = this.registry.named(job.name);
    if (!definition) throw new Error(`no such job: ${job.name}`);
    await definition.run(job.data);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close().catch(() => undefined)));
    this.workers = [];
  }
}
