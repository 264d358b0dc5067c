import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { Occasion } from '../domain/occasion.js';
import type { Form } from './subscriptions.js';

/** Attempts before a delivery is given up. */
const ATTEMPTS = 6;

export interface DueDelivery {
  readonly id: string;
  readonly reportId: string;
  readonly personId: string;
  readonly period: string | null;
  readonly form: Form;
  readonly dueAt: Instant;
  readonly attempts: number;
}

/** What is due to whom: one row for each reader and occasion, however often it is looked for. */
@Injectable()
export class ReportDeliveries {
  /** Plans an occasion for everybody who was a reader by then. Answers how many it newly planned. */
  plan(tx: Tx, reportId: string, { key, dueAt, period }: Occasion): Promise<number> {
    return tx.execute(
      `insert into reports.delivery (id, report_id, person_id, occasion, period, form, due_at, next_attempt_at)
       select gen_random_uuid(), report_id, person_id, $2, $3, form, $4, $4 from reports.subscription where report_id = $1 and since <= $4
       on conflict (report_id, person_id, occasion) do nothing`,
      [reportId, key, period, ts(dueAt)],
    );
  }

  /** Those whose time has come, the longest waiting first. `round` changes every half minute, for the names of their jobs. */
  async due(on: Queryable, limit: number): Promise<{ id: string; round: number }[]> {
    return on.query(
      `select id, floor(extract(epoch from clock_timestamp()) / 30)::bigint as round from reports.delivery where state = 'due' and next_attempt_at <= clock_timestamp() order by next_attempt_at limit $1`,
      [limit],
    );
  }

  /** Takes one that is still due; undefined where another worker has it or had it. */
  async take(tx: Tx, id: string): Promise<DueDelivery | undefined> {
    const [row] = await tx.query<DueDelivery>(
      `select id, report_id as "reportId", person_id as "personId", period, form, due_at as "dueAt", attempts from reports.delivery
       where id = $1 and state = 'due' and next_attempt_at <= clock_timestamp() for update skip locked`,
      [id],
    );
    return row;
  }

  async end(tx: Tx, id: string, state: 'written' | 'skipped', runId: string | null = null): Promise<void> {
    await tx.execute(
      `update reports.delivery set state = $2, run_id = $3, attempts = attempts + 1, next_attempt_at = null, last_error = null,
         ended_at = clock_timestamp() where id = $1`,
      [id, state, runId],
    );
  }

  /** The attempt failed: the next one after two minutes, four, eight and so on, or none. */
  async failed(tx: Tx, id: string, error: string): Promise<void> {
    await tx.execute(
      `update reports.delivery set attempts = attempts + 1, last_error = left($2, 500), state = case when attempts + 1 >= $3 then 'failed' else 'due' end,
         next_attempt_at = case when attempts + 1 < $3 then clock_timestamp() + make_interval(mins => (2 ^ (attempts + 1))::int) end,
         ended_at = case when attempts + 1 >= $3 then clock_timestamp() end
       where id = $1 and state = 'due'`,
      [id, error, ATTEMPTS],
    );
  }
}
