import { Injectable } from '@nestjs/common';
import { type Instant, notFound } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import { type Campaign, type CampaignTerms, isAnonymous } from '../domain/campaign.js';
import type { CampaignDays, DueStep, TakenStep } from '../domain/campaign-plan.js';

const SELECT = `select id, survey_version_id as "surveyVersionId", title_lv as "titleLv", title_en as "titleEn", year, mode, anonymous,
  sample_size as "sampleSize", seed, min_group as "minGroup", state, opens_on as "opensOn", closes_on as "closesOn",
  reminder_days as "reminderDays", paused, created_at as "createdAt", created_by as "createdBy", approved_at as "approvedAt",
  approved_by as "approvedBy", approved_revision as "approvedRevision", opened_at as "openedAt", closed_at as "closedAt",
  close_reason as "closeReason", publication_asked_by as "publicationAskedBy", published_at as "publishedAt",
  previous_campaign_id as "previousCampaignId", version
  from surveys.campaign`;

/** A step of a campaign's plan that was taken, and when. */
export interface TakenRound extends TakenStep {
  readonly doneAt: Instant;
  readonly outcome: DueStep['outcome'];
}

/** Campaigns as they are kept. Every change raises the version. */
@Injectable()
export class Campaigns {
  /** The latest year first. */
  async all(on: Queryable): Promise<Campaign[]> {
    return on.query<Campaign>(`${SELECT} order by year desc, opens_on desc, created_at desc, id limit 500`);
  }

  /** Ids of those that the recurring job looks after. */
  async underWay(on: Queryable): Promise<string[]> {
    const rows = await on.query<{ id: string }>(`select id from surveys.campaign where state in ('approved', 'open') order by id`);
    return rows.map(({ id }) => id);
  }

  /** Throws `surveys.campaign.not-found`. */
  async one(on: Queryable, id: string, lock = ''): Promise<Campaign> {
    const [row] = await on.query<Campaign>(`${SELECT} where id = $1 ${lock}`, [id]);
    if (!row) throw notFound('surveys.campaign');
    return row;
  }

  lock(tx: Tx, id: string): Promise<Campaign> {
    return this.one(tx, id, 'for update');
  }

  async add(
    tx: Tx,
    id: string,
    terms: CampaignTerms,
    { by, seed, previousCampaignId }: { readonly by: string; readonly seed: string | null; readonly previousCampaignId: string | null },
  ): Promise<void> {
    await tx.execute(
      `insert into surveys.campaign (id, survey_version_id, title_lv, title_en, year, mode, anonymous, sample_size, opens_on, closes_on,
         reminder_days, seed, created_at, created_by, previous_campaign_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [id, ...valuesOf(terms), seed, ts(tx.now), by, previousCampaignId],
    );
  }

  async change(tx: Tx, id: string, terms: CampaignTerms, seed: string | null): Promise<void> {
    await tx.execute(
      `update surveys.campaign set survey_version_id = $2, title_lv = $3, title_en = $4, year = $5, mode = $6, anonymous = $7, sample_size = $8,
         opens_on = $9, closes_on = $10, reminder_days = $11, seed = $12, version = version + 1 where id = $1`,
      [id, ...valuesOf(terms), seed],
    );
  }

  async approve(tx: Tx, id: string, by: string, revision: number): Promise<void> {
    await tx.execute(
      `update surveys.campaign set state = 'approved', approved_at = $2, approved_by = $3, approved_revision = $4, version = version + 1
       where id = $1`,
      [id, ts(tx.now), by, revision],
    );
  }

  async open(tx: Tx, id: string, { opensOn, closesOn }: CampaignDays): Promise<void> {
    await tx.execute(
      `update surveys.campaign set state = 'open', opened_at = $2, opens_on = $3, closes_on = $4, version = version + 1 where id = $1`,
      [id, ts(tx.now), opensOn, closesOn],
    );
  }

  async close(tx: Tx, id: string, reason: string | null): Promise<void> {
    await tx.execute(
      `update surveys.campaign set state = 'closed', closed_at = $2, close_reason = $3, paused = false, version = version + 1 where id = $1`,
      [id, ts(tx.now), reason],
    );
  }

  async askForPublication(tx: Tx, id: string, by: string): Promise<void> {
    await tx.execute(`update surveys.campaign set publication_asked_by = $2, version = version + 1 where id = $1`, [id, by]);
  }

  async publish(tx: Tx, id: string): Promise<void> {
    await tx.execute(`update surveys.campaign set state = 'published', published_at = $2, version = version + 1 where id = $1`, [
      id,
      ts(tx.now),
    ]);
  }

  async cancel(tx: Tx, id: string): Promise<void> {
    await tx.execute(`update surveys.campaign set state = 'cancelled', version = version + 1 where id = $1`, [id]);
  }

  async pause(tx: Tx, id: string, paused: boolean): Promise<void> {
    await tx.execute(`update surveys.campaign set paused = $2, version = version + 1 where id = $1`, [id, paused]);
  }

  /** A changed frame is a changed campaign. */
  async touch(tx: Tx, id: string): Promise<void> {
    await tx.execute(`update surveys.campaign set version = version + 1 where id = $1`, [id]);
  }

  /** The steps of these campaigns' plans that were taken. */
  async rounds(on: Queryable, id: string): Promise<TakenRound[]> {
    return on.query<TakenRound>(
      `select kind, number, done_at as "doneAt", outcome from surveys.campaign_round where campaign_id = $1 order by done_at, kind, number`,
      [id],
    );
  }

  /** Notes that a step was taken. False where it had been already. */
  async takeStep(tx: Tx, id: string, { kind, number, outcome }: DueStep): Promise<boolean> {
    const written = await tx.execute(
      `insert into surveys.campaign_round (campaign_id, kind, number, done_at, outcome) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [id, kind, number, ts(tx.now), outcome],
    );
    return written === 1;
  }
}

function valuesOf(terms: CampaignTerms): unknown[] {
  const { surveyVersionId, titleLv, titleEn, year, mode, sampleSize, opensOn, closesOn, reminderDays } = terms;
  return [surveyVersionId, titleLv, titleEn, year, mode, isAnonymous(mode), sampleSize, opensOn, closesOn, reminderDays];
}
