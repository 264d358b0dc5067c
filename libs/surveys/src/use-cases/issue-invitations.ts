import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { Campaigns } from '../store/campaigns.js';
import { Invitations, type IssuedToken } from '../store/invitations.js';
import type { Words } from '../domain/question.js';

/** What the mails of one round to one institution say, and to whom. */
export interface InvitationRound {
  readonly title: Words;
  readonly anonymous: boolean;
  /** The last day, `YYYY-MM-DD`. */
  readonly closesOn: string;
  /** No further reminder follows. */
  readonly last: boolean;
  readonly tokens: readonly IssuedToken[];
}

export interface RoundOfInstitution {
  readonly campaignId: string;
  readonly institutionId: string;
  /** 0 for the invitation, 1 for the first reminder. */
  readonly round: number;
}

/** Makes the tokens of a round's mails, while these are written: for those who have not answered, and for nobody twice. */
@Injectable()
export class IssueInvitations {
  constructor(
    private readonly campaigns: Campaigns,
    private readonly invitations: Invitations,
  ) {}

  /** Null where the campaign has closed meanwhile. */
  async execute(tx: Tx, wanted: RoundOfInstitution): Promise<InvitationRound | null> {
    const campaign = await this.campaigns.one(tx, wanted.campaignId, 'for share');
    if (campaign.state !== 'open') return null;
    return {
      title: { lv: campaign.titleLv, en: campaign.titleEn },
      anonymous: campaign.anonymous,
      closesOn: campaign.closesOn,
      last: wanted.round >= campaign.reminderDays.length,
      tokens: await this.invitations.issue(tx, wanted),
    };
  }
}
