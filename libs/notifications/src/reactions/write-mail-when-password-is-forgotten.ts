import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IdentityFacts, IssueResetLinks } from '#identity';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { MailWording } from '../reads/mail-wording.js';
import { Deliveries, SECRET_MARK } from '../store/deliveries.js';

/**
 * Writes the mail with the link for a new password, in the worker: whoever asked has had his answer long since, so the time that it takes
 * tells nobody whether there is such an account. The token is made here and goes nowhere else.
 */
@Injectable()
export class WriteMailWhenPasswordIsForgotten implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly links: IssueResetLinks,
    private readonly identity: IdentityFacts,
    private readonly wording: MailWording,
    private readonly deliveries: Deliveries,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: 'notifications.write-password-mail',
      on: ['identity.password-reset-asked'],
      handle: (tx, event) => this.handle(tx, event),
    });
  }

  private async handle(tx: Tx, { id, at, subject }: RecordedEvent): Promise<void> {
    const issued = await this.links.execute(tx, subject.id);
    const contacts = await this.identity.contacts(
      issued.map(({ userId }) => userId),
      tx,
    );
    for (const { userId, token } of issued) {
      const contact = contacts.get(userId);
      if (!contact?.email) continue;
      const { email, locale, name } = contact;
      await this.deliveries.write(tx, {
        ...(await this.wording.ofAccount(tx, 'password-forgotten', userId, {
          ...{ locale, name, at },
          url: this.wording.address(`/reset/${SECRET_MARK}`),
        })),
        ...{ kind: 'password-forgotten', userId, ticketId: null, dedupeKey: `password-forgotten:${id}:${userId}` },
        ...{ toAddress: email, locale, asksRating: false, secret: token },
      });
    }
  }
}
