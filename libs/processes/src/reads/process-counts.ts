import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import type { Instant } from '#kernel';
import { Database, type Queryable } from '#platform';
import { countTarget } from '../domain/count-targets.js';
import { COUNTED_STAGES, type Stage } from '../domain/process-lifecycle.js';
import { ProcessStore } from '../store/process-store.js';

/** A process that counted on a day; the stage is null where a document of the years before the register says so. */
export interface CountedProcess {
  readonly id: string;
  readonly name: string;
  readonly stage: Stage | null;
}

/** KPI-03 at the end of a day, with what it counts. */
export interface ProcessCount {
  /** `YYYY-MM-DD` in Riga. */
  readonly on: string;
  readonly count: number;
  /** So many of them are counted by a document of the years before the register. */
  readonly external: number;
  readonly target: number | null;
  readonly items: readonly CountedProcess[];
}

/** How many processes are implemented or at risk, as of any day (DOMAIN 5, KPI-03). */
@Injectable()
export class ProcessCounts {
  constructor(
    private readonly database: Database,
    private readonly processes: ProcessStore,
  ) {}

  async on(day: string, locale: Locale, on: Queryable = this.database): Promise<ProcessCount> {
    const [end] = await on.query<{ at: Instant }>(
      `select least((($1::date + 1)::timestamp at time zone 'Europe/Riga') - interval '1 microsecond', now()) as at`,
      [day],
    );
    const items = await this.processes.countedAt(on, COUNTED_STAGES, end!.at, locale);
    const external = items.filter(({ stage }) => stage === null).length;
    return { on: day, count: items.length, external, target: countTarget(Number(day.slice(0, 4))), items };
  }

  /** The end of each year that a stage or a document speaks of, and today. */
  async byYear(locale: Locale): Promise<ProcessCount[]> {
    const days = await this.database.query<{ day: string }>(
      `select least(make_date(y, 12, 31), (now() at time zone 'Europe/Riga')::date) as day
       from generate_series(
         (select coalesce(min(y), extract(year from now()))::int from (
            select extract(year from min(since) at time zone 'Europe/Riga') as y from processes.stage_period
            union all select extract(year from min(order_date)) from processes.evidence
              where kind = 'external' and verified_by_id is not null and withdrawn_at is null) first),
         extract(year from now() at time zone 'Europe/Riga')::int) y order by 1`,
    );
    return Promise.all(days.map(({ day }) => this.on(day, locale)));
  }
}
