import { Injectable } from '@nestjs/common';
import { formatInstant, instant, type Instant, MICROS_PER_SECOND } from '#kernel';
import { Database, Jobs } from '#platform';

/** Thresholds due within this time get a job that wakes the sweep; renewed twice as often (DOMAIN 4.4). */
const AHEAD_SECONDS = 600;

/**
 * One delayed job for each second in which something falls due: equal ones coalesce by their id. They only wake the sweep, which
 * finds by itself whatever they miss.
 */
@Injectable()
export class PlanWakeUps {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Answers how many seconds have a job. */
  async execute(): Promise<number> {
    const rows = await this.database.query<{ second: Instant; now: Instant }>(
      `select distinct date_trunc('second', due_at) + interval '1 second' as second, clock_timestamp() as now
       from sla.planned_crossing where due_at between clock_timestamp() and clock_timestamp() + make_interval(secs => $1)`,
      [AHEAD_SECONDS],
    );
    const seconds = new Map(rows.map(({ second, now }) => [formatInstant(instant(second)), second - now]));
    await this.jobs.addMany(
      'sla.wake-sweep',
      [...seconds].map(([at, micros]) => ({
        data: { at },
        jobId: `sla-wake-${at.replaceAll(':', '')}`,
        delayMs: Math.max(0, Math.ceil((micros / MICROS_PER_SECOND) * 1000)),
      })),
    );
    return seconds.size;
  }
}
