import { Injectable } from '@nestjs/common';
import { Database } from '#platform';

/** One thing that must hold before requests are taken, with the figure behind it. */
export interface Probe {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** An SLA sweep that is older than this is a fault: so one that stops is noticed within 15 seconds, however seldom one asks. */
const SWEEP_LATE_SECONDS = 10;

/** Asks the parts that the program cannot do without. */
@Injectable()
export class HealthProbes {
  constructor(private readonly database: Database) {}

  async all(): Promise<Probe[]> {
    try {
      await this.database.query('select 1');
    } catch (error) {
      return [{ name: 'database', ok: false, detail: error instanceof Error ? error.message : String(error) }];
    }
    return [{ name: 'database', ok: true, detail: 'answers' }, await this.sweep(), await this.backlog()];
  }

  /** Seconds since a sweep finished, by the database's clock; not a number where the database does not answer. */
  async sweepAge(): Promise<number> {
    try {
      const [row] = await this.database.query<{ age: number | null }>(
        `select extract(epoch from clock_timestamp() - max(finished_at))::float8 as age from sla.sweep_run`,
      );
      return row?.age ?? Number.NaN;
    } catch {
      return Number.NaN;
    }
  }

  /** The sweep is the workers' business: it is told here, and does not keep the API from serving. */
  private async sweep(): Promise<Probe> {
    const age = await this.sweepAge();
    const known = !Number.isNaN(age);
    return { name: 'sla-sweep', ok: known && age < SWEEP_LATE_SECONDS, detail: known ? `ran ${age.toFixed(1)} s ago` : 'has not run yet' };
  }

  private async backlog(): Promise<Probe> {
    const [row] = await this.database.query<{ waiting: number; failing: number }>(
      `select count(*) as waiting, count(*) filter (where failures > 0) as failing from (select failures from platform.pending_reaction limit 100000) p`,
    );
    return { name: 'reactions', ok: (row?.failing ?? 0) === 0, detail: `${row?.waiting ?? 0} waiting, ${row?.failing ?? 0} failing` };
  }
}
