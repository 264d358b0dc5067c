import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { SurveyDeliveries } from '../store/survey-deliveries.js';

/** What is kept of a closed campaign's mails: how many there were in each round. */
export const MAILS_COUNTED = 'notifications.survey-mails-counted';

/** When a campaign closes, who answered becomes how many; the mails must not tell it instead. */
@Injectable()
export class ForgetSurveyMailWhenCampaignCloses implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly deliveries: SurveyDeliveries,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: 'notifications.forget-survey-mail',
      on: ['surveys.campaign-closed'],
      handle: (tx, event) => this.handle(tx, event),
    });
  }

  private async handle(tx: Tx, { subject }: RecordedEvent): Promise<void> {
    const rounds = (await this.deliveries.counts(tx, subject.id)).map((round) => ({ ...round }));
    await this.deliveries.forget(tx, subject.id);
    await tx.append({ type: MAILS_COUNTED, version: 1, subject, actorId: null, payload: { rounds } });
  }
}
