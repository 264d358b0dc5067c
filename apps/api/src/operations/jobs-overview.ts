import { Injectable } from '@nestjs/common';
import { JobRuns, QUEUE_NAMES, QueueConnection } from '#platform';
import type { JobsResponse, QueueStateResponse, RecurringJobResponse } from './responses/jobs.response.js';

/** What the workers do again and again, and how the queues stand: as laid down in the queues, whoever laid it down. */
@Injectable()
export class JobsOverview {
  constructor(
    private readonly connection: QueueConnection,
    private readonly runs: JobRuns,
  ) {}

  async read(): Promise<JobsResponse> {
    const runs = new Map((await this.runs.all()).map((run) => [run.name, run]));
    const queues: QueueStateResponse[] = [];
    const items: RecurringJobResponse[] = [];
    for (const name of QUEUE_NAMES) {
      const queue = await this.connection.queue(name);
      const { waiting = 0, active = 0, delayed = 0, failed = 0, prioritized = 0 } = await queue.getJobCounts();
      queues.push({ name, waiting: waiting + prioritized, active, delayed, failed });
      for (const { key, every, pattern, next } of await queue.getJobSchedulers()) {
        const { finishedAt = null, tookMs = null, failedAt = null, failure = null, failures = 0 } = runs.get(key) ?? {};
        items.push({
          ...{ name: key, queue: name, everySeconds: every ? Number(every) / 1000 : null, cron: pattern ?? null },
          ...{ nextAt: next ? new Date(next).toISOString() : null, finishedAt, tookMs, failedAt, failure, failures },
        });
      }
    }
    return { backend: this.connection.backend, queues, items: items.sort((one, other) => one.name.localeCompare(other.name, 'en')) };
  }
}
