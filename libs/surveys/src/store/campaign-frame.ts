import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform';
import type { Exclusion } from '../domain/campaign.js';
import type { InstitutionCounts } from '../domain/coverage.js';

/** An institution of a frame that is to be written. */
export interface FrameRow {
  readonly institutionId: string;
  readonly users: number;
  /** The people to be invited. */
  readonly people: readonly string[];
}

/** One row of a frame as it is kept. */
export interface KeptFrameRow extends InstitutionCounts {
  readonly reason: string | null;
}

/** The frame of a campaign: its institutions, who is invited in them, and how many have answered. */
@Injectable()
export class CampaignFrame {
  /** Before the opening: the exclusions alone. */
  async exclusions(on: Queryable, campaignId: string): Promise<Exclusion[]> {
    return on.query<Exclusion>(
      `select institution_id as "institutionId", exclusion_reason as reason from surveys.campaign_institution
       where campaign_id = $1 and excluded order by institution_id`,
      [campaignId],
    );
  }

  /** Puts these exclusions in place of those there are. */
  async setExclusions(tx: Tx, campaignId: string, exclusions: readonly Exclusion[]): Promise<void> {
    await tx.execute(`delete from surveys.campaign_institution where campaign_id = $1`, [campaignId]);
    await tx.execute(
      `insert into surveys.campaign_institution (campaign_id, institution_id, excluded, exclusion_reason)
       select $1, "institutionId", true, reason from jsonb_to_recordset($2::jsonb) as r("institutionId" uuid, reason text)`,
      [campaignId, JSON.stringify(exclusions)],
    );
  }

  /** Freezes the frame: the institutions that are asked, the excluded ones with their people counted, and the invitations. */
  async freeze(
    tx: Tx,
    campaignId: string,
    rows: readonly FrameRow[],
    exclusions: readonly (Exclusion & { users: number })[],
  ): Promise<void> {
    await tx.execute(`delete from surveys.campaign_institution where campaign_id = $1`, [campaignId]);
    await tx.execute(
      `insert into surveys.campaign_institution (campaign_id, institution_id, users, invited, excluded, exclusion_reason)
       select $1, "institutionId", users, invited, reason is not null, reason
       from jsonb_to_recordset($2::jsonb) as r("institutionId" uuid, users int, invited int, reason text)`,
      [
        campaignId,
        JSON.stringify([
          ...rows.map(({ institutionId, users, people }) => ({ institutionId, users, invited: people.length })),
          ...exclusions.map((exclusion) => ({ ...exclusion, invited: 0 })),
        ]),
      ],
    );
    const invited = rows.flatMap(({ institutionId, people }) => people.map((userId) => ({ institutionId, userId })));
    await tx.execute(
      `insert into surveys.invitation (id, campaign_id, institution_id, user_id)
       select gen_random_uuid(), $1, i, u from unnest($2::uuid[], $3::uuid[]) as r(i, u)`,
      [campaignId, invited.map(({ institutionId }) => institutionId), invited.map(({ userId }) => userId)],
    );
  }

  /** The frames of these campaigns with what has come back, by campaign. While a campaign is open, that is counted from its invitations. */
  async counts(on: Queryable, campaignIds: readonly string[]): Promise<ReadonlyMap<string, KeptFrameRow[]>> {
    const rows = await on.query<KeptFrameRow & { campaignId: string }>(
      `select f.campaign_id as "campaignId", f.institution_id as "institutionId", f.users, f.invited, f.excluded, f.exclusion_reason as reason,
         coalesce(f.answered, used.n, 0)::int as answered
       from surveys.campaign_institution f
       left join (select campaign_id, institution_id, count(*) as n from surveys.invitation
                  where campaign_id = any($1::uuid[]) and used group by 1, 2) used using (campaign_id, institution_id)
       where f.campaign_id = any($1::uuid[])`,
      [campaignIds],
    );
    const byCampaign = new Map<string, KeptFrameRow[]>(campaignIds.map((id) => [id, []]));
    for (const { campaignId, ...row } of rows) byCampaign.get(campaignId)?.push(row);
    return byCampaign;
  }

  /** The number of people who answered, for good, in place of who they are. Of named respondents it stays known who answered. */
  async keepCountsOnly(tx: Tx, campaignId: string, anonymous: boolean): Promise<void> {
    await tx.execute(
      `update surveys.campaign_institution f set answered = (
         select count(*) from surveys.invitation i where i.campaign_id = f.campaign_id and i.institution_id = f.institution_id and i.used)
       where f.campaign_id = $1`,
      [campaignId],
    );
    if (!anonymous) return;
    // How many mails a person got, and so how many tokens, tells whether and roughly when he answered.
    await tx.execute(`select surveys.forget_participation($1)`, [campaignId]);
    await tx.execute(`update surveys.invitation_token set invitation_id = null where campaign_id = $1`, [campaignId]);
  }
}
