import { Injectable } from '@nestjs/common';
import { Database } from '#platform';

/** One thing that must hold before requests are taken, with the figure behind it. */
export interface Probe {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** An SLA sweep that is older than this is a fault that somebody must look at. */
const SWEEP_LATE_SECONDS = 15;

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

  /** The sweep is the workers' business: it is told here, and does not keep the API from serving. */
  private async sweep(): Promise<Probe> {
    const [row] = await this.database.query<{ age: number | null }>(
      `select extract(epoch from clock_timestamp() - max(finished_at))::float8 as age from sla.sweep_run`,
    );
    const age = row?.age ?? null;
    return {
      name: 'sla-sweep',
      ok: age !== null && age < SWEEP_LATE_SECONDS,
      detail: age === null ? 'has not run yet' : `ran ${age.toFixed(1)} s ago`,
    };
  }

  private async backlog(): Promise<Probe> {
    const [row] = await this.database.query<{ waiting: number; failing: number }>(
      `select count(*) as waiting, count(*) filter (where failures > 0) as failing from (select failures from platform.pending_reaction limit 100000) p`,
    );
    return { name: 'reactions', ok: (row?.failing ?? 0) === 0, detail: `${row?.waiting ?? 0} waiting, ${row?.failing ?? 0} failing` };
  }
}
