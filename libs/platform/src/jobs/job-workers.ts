import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type Job, Worker } from 'bullmq';
import { type JobDefinition, JobRegistry, QUEUE_NAMES, type QueueName, type Schedule } from './job-registry.js';
import { JobRuns } from './job-runs.js';
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
    private readonly runs: JobRuns,
  ) {}

  /**
   * Starts the workers and lays down the recurring jobs (the same in every process: one schedule each). Throws where the schedule names a
   * job that nobody has defined: a worker that starts half wired would be missed only when something is not done.
   */
  async start(schedules: Readonly<Record<string, Schedule>>): Promise<void> {
    const connection = await this.connection.connection();
    for (const name of Object.keys(schedules)) this.definition(name);
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
    for (const [name, schedule] of Object.entries(schedules)) await this.schedule(name, schedule);
    await this.forgetOthers(schedules);
  }

  private async schedule(name: string, schedule: Schedule): Promise<void> {
    const queue = await this.connection.queue(this.definition(name).queue);
    const repeat = 'everyMs' in schedule ? { every: schedule.everyMs } : { pattern: schedule.cron, tz: 'Europe/Riga' };
    const opts = { removeOnComplete: true, removeOnFail: { age: 3_600, count: 100 } };
    await queue.upsertJobScheduler(name, repeat, { name, data: {}, opts });
  }

  /** Schedules that an earlier version of the program laid down. */
  private async forgetOthers(schedules: Readonly<Record<string, Schedule>>): Promise<void> {
    for (const name of QUEUE_NAMES) {
      const queue = await this.connection.queue(name);
      for (const { key } of await queue.getJobSchedulers()) if (!(key in schedules)) await queue.removeJobScheduler(key);
    }
  }

  private definition(name: string): JobDefinition {
    const definition = this.registry.named(name);
    if (!definition) throw new Error(`no such job: ${name}`);
    return definition;
  }

  private async run(job: Job): Promise<void> {
    const began = performance.now();
    try {
      await this.definition(job.name).run(job.data);
    } catch (error) {
      await this.runs.failed(job.name, error);
      throw error;
    }
    await this.runs.done(job.name, performance.now() - began);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close().catch(() => undefined)));
    this.workers = [];
  }
}
