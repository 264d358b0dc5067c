import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GiveSignInLink, IdentityFacts } from '#identity';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { MailWording } from '../reads/mail-wording.js';
import { Deliveries, SECRET_MARK } from '../store/deliveries.js';

/** Writes the mail by which somebody new gets in. The token is made here and stands in that mail alone. */
@Injectable()
export class WriteMailWhenAccountOpens implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly links: GiveSignInLink,
    private readonly identity: IdentityFacts,
    private readonly wording: MailWording,
    private readonly deliveries: Deliveries,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: 'notifications.write-account-opened-mail',
      on: ['identity.sign-in-link-asked'],
      handle: (tx, event) => this.handle(tx, event),
    });
  }

  private async handle(tx: Tx, { id, at, subject }: RecordedEvent): Promise<void> {
    const userId = subject.id;
    const contact = await this.identity.contact(userId, tx);
    if (!contact?.email) return;
    const token = await this.links.forMail(tx, userId);
    if (token === null) return;
    const { email, locale, name } = contact;
    await this.deliveries.write(tx, {
      ...(await this.wording.ofAccount(tx, 'account-opened', userId, {
        ...{ locale, name, at },
        url: this.wording.address(`/reset/${SECRET_MARK}`),
      })),
      ...{ kind: 'account-opened', userId, ticketId: null, dedupeKey: `account-opened:${id}` },
      ...{ toAddress: email, locale, asksRating: false, secret: token },
    });
  }
}
