import { Injectable } from '@nestjs/common';
import { hashToken, notFound } from '#kernel';
import { Database, type Queryable, type Tx } from '#platform';
import type { CampaignState } from '../domain/campaign-lifecycle.js';
import type { Definition, Words } from '../domain/question.js';

/** What the token of a mail leads to. */
export interface SurveyLink {
  readonly campaignId: string;
  /** Null once an anonymous campaign has closed: then no token leads to anybody. */
  readonly invitation: { readonly id: string; readonly institutionId: string; readonly userId: string; readonly used: boolean } | null;
  readonly campaign: {
    readonly title: Words;
    readonly state: CampaignState;
    readonly anonymous: boolean;
    readonly minGroup: number;
    readonly closesOn: string;
  };
  readonly definition: Definition;
  /** Today in Riga, by the database. */
  readonly today: string;
}

const LINK = `select t.campaign_id as "campaignId",
    case when i.id is not null then jsonb_build_object('id', i.id, 'institutionId', i.institution_id, 'userId', i.user_id,
      'used', coalesce(i.used, true)) end as invitation,
    jsonb_build_object('title', jsonb_build_object('lv', c.title_lv, 'en', c.title_en), 'state', c.state, 'anonymous', c.anonymous,
      'minGroup', c.min_group, 'closesOn', c.closes_on) as campaign,
    v.definition, (now() at time zone 'Europe/Riga')::date as today
  from surveys.invitation_token t join surveys.campaign c on c.id = t.campaign_id
    join surveys.survey_version v on v.id = c.survey_version_id left join surveys.invitation i on i.id = t.invitation_id
  where t.hash = $1`;

/** Links of invitations, found by the hash of their token. */
@Injectable()
export class SurveyLinks {
  constructor(private readonly database: Database) {}

  /** Reads only. Throws `surveys.link.not-found`. */
  async read(token: string, on: Queryable = this.database): Promise<SurveyLink> {
    const [link] = await on.query<SurveyLink>(LINK, [hashToken(token)]);
    if (!link) throw notFound('surveys.link');
    return link;
  }

  /** The same under lock: first the campaign, which its closing waits for, then the invitation. */
  async lock(tx: Tx, token: string): Promise<SurveyLink> {
    const { campaignId, invitation } = await this.read(token, tx);
    await tx.execute(`select 1 from surveys.campaign where id = $1 for share`, [campaignId]);
    if (invitation) await tx.execute(`select 1 from surveys.invitation where id = $1 for update`, [invitation.id]);
    return this.read(token, tx);
  }

  /** All tokens of an invitation are spent together. When, nobody notes. */
  async spend(tx: Tx, invitationId: string): Promise<void> {
    await tx.execute(`update surveys.invitation set used = true where id = $1`, [invitationId]);
  }
}
