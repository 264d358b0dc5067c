import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';

/** As what a report comes: a link to it, or the file itself. */
export const FORMS = ['link', 'csv', 'xlsx'] as const;

export type Form = (typeof FORMS)[number];

export interface Subscription {
  readonly personId: string;
  readonly form: Form;
  readonly since: Instant;
}

/** Who gets a report by mail. */
@Injectable()
export class Subscriptions {
  of(on: Queryable, reportId: string): Promise<Subscription[]> {
    return on.query<Subscription>(
      `select person_id as "personId", form, since from reports.subscription where report_id = $1 order by since, person_id limit 1000`,
      [reportId],
    );
  }

  async set(tx: Tx, reportId: string, personId: string, form: Form): Promise<void> {
    await tx.execute(
      `insert into reports.subscription (report_id, person_id, form, since) values ($1, $2, $3, $4)
       on conflict (report_id, person_id) do update set form = excluded.form`,
      [reportId, personId, form, ts(tx.now)],
    );
  }

  /** Answers whether there was one. What is due already and not written is taken back with it. */
  async end(tx: Tx, reportId: string, personId: string): Promise<boolean> {
    await tx.execute(
      `update reports.delivery set state = 'skipped', next_attempt_at = null, ended_at = clock_timestamp()
       where report_id = $1 and person_id = $2 and state = 'due'`,
      [reportId, personId],
    );
    return (await tx.execute(`delete from reports.subscription where report_id = $1 and person_id = $2`, [reportId, personId])) > 0;
  }
}
