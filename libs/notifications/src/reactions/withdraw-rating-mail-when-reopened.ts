import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReactionRegistry } from '#platform';
import { RatingMails } from '../store/rating-mails.js';

/** Within the transaction of a reopening: from then on nobody is asked how the help was. */
@Injectable()
export class WithdrawRatingMailWhenReopened implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly mails: RatingMails,
  ) {}

  onModuleInit(): void {
    this.reactions.within({
      name: 'notifications.withdraw-rating-mail',
      on: ['incidents.reopened'],
      handle: (tx, { subject }) => this.mails.withdraw(tx, subject.id),
    });
  }
}
