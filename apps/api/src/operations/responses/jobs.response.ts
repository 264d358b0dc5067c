export class QueueStateResponse {
  name: string;
  waiting: number;
  active: number;
  /** Those that a schedule has laid down for later are among them. */
  delayed: number;
  failed: number;
}

export class RecurringJobResponse {
  /** `<module>.<verb-noun>`. */
  name: string;
  queue: string;
  everySeconds: number | null;
  /** Europe/Riga. */
  cron: string | null;
  nextAt: string | null;
  /** When it ended well last; of a job that runs every second up to 15 seconds old. */
  finishedAt: string | null;
  tookMs: number | null;
  failedAt: string | null;
  /** Why it failed last. */
  failure: string | null;
  /** Since the installation began. */
  failures: number;
}

export class JobsResponse {
  /** Where BullMQ keeps its queues. */
  backend: 'postgres' | 'redis';
  queues: QueueStateResponse[];
  items: RecurringJobResponse[];
}
