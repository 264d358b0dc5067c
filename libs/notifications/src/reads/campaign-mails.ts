import { Injectable } from '@nestjs/common';
import { Database, EventLog } from '#platform';
import { MAILS_COUNTED } from '../reactions/forget-survey-mail-when-campaign-closes.js';
import { type RoundOfMails, SurveyDeliveries } from '../store/survey-deliveries.js';

/** The mails of a campaign by round. */
@Injectable()
export class CampaignMails {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly deliveries: SurveyDeliveries,
  ) {}

  /** As counted at the closing, where the campaign has closed; none where there is no such campaign. */
  async of(campaignId: string): Promise<readonly RoundOfMails[]> {
    const counted = (await this.events.history('campaign', campaignId)).findLast(({ type }) => type === MAILS_COUNTED);
    return counted ? (counted.payload['rounds'] as unknown as RoundOfMails[]) : this.deliveries.counts(this.database, campaignId);
  }
}
