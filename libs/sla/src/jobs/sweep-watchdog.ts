import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '#platform';
import { RecordCrossings } from '../use-cases/record-crossings.js';

const LOOK_EVERY_MS = 1_000;
/** So long without a sweep, by the database's clock, and this process runs it without the queue. */
const SILENT_SECONDS = 3;

/** Stands beside the queue in each worker process: whatever happens to BullMQ or Redis, the sweep runs (DESIGN rule 8). */
@Injectable()
export class SweepWatchdog implements OnApplicationShutdown {
  private readonly log = new Logger(SweepWatchdog.name);
  private timer: NodeJS.Timeout | undefined;
  private busy = false;

  constructor(
    private readonly database: Database,
    private readonly sweep: RecordCrossings,
  ) {}

  /** Begins to watch; called once by a worker process. */
  start(): void {
    this.timer ??= setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  /** Runs the sweep where none has run for three seconds; answers whether it did. */
  async look(): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      const [row] = await this.database.query<{ silent: boolean }>(
        `select finished_at < clock_timestamp() - make_interval(secs => $1) as silent from sla.sweep_run`,
        [SILENT_SECONDS],
      );
      if (row?.silent) await this.sweep.execute();
      return row?.silent ?? false;
    } catch (error) {
      this.log.warn(`the sweep could not run: ${String(error)}`);
      return false;
    } finally {
      this.busy = false;
    }
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
