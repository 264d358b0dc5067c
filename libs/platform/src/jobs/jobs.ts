import { Injectable } from '@nestjs/common';
import type { JobsOptions } from 'bullmq';
import { JobRegistry } from './job-registry.js';
import { QueueConnection } from './queue-connection.js';

export interface JobRequest {
  readonly data: unknown;
  /** Equal ids coalesce while the job waits. No colon. */
  readonly jobId?: string;
  readonly delayMs?: number;
}

const DEFAULTS: JobsOptions = {
  removeOnComplete: true,
  removeOnFail: { age: 86_400, count: 1_000 },
  attempts: 5,
  backoff: { type: 'exponential', delay: 2_000 },
};

/** Puts jobs into their queues. A job is a wake-up; what must not be lost stands in a table that a sweep reads. */
@Injectable()
export class Jobs {
  constructor(
    private readonly registry: JobRegistry,
    private readonly connection: QueueConnection,
  ) {}

  async add(name: string, data: unknown, options: Omit<JobRequest, 'data'> = {}): Promise<void> {
    await this.addMany(name, [{ data, ...options }]);
  }

  async addMany(name: string, requests: readonly JobRequest[]): Promise<void> {
    const definition = this.registry.named(name);
    if (!definition) throw new Error(`no such job: ${name}`);
    const queue = await this.connection.queue(definition.queue);
    await queue.addBulk(
      requests.map(({ data, jobId, delayMs }) => ({
        name,
        data,
        opts: { ...DEFAULTS, ...(jobId === undefined ? {} : { jobId }), ...(delayMs === undefined ? {} : { delay: delayMs }) },
      })),
    );
  }
}
