import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IdentityFacts } from '#identity';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { ACCOUNT_CHANGES } from '../domain/compose-account-mail.js';
import { MailWording } from '../reads/mail-wording.js';
import { Deliveries } from '../store/deliveries.js';

/** Writes to the owner of an account when his password or his second factor has changed, whoever did it. */
@Injectable()
export class TellOwnerOfAccountChange implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly identity: IdentityFacts,
    private readonly wording: MailWording,
    private readonly deliveries: Deliveries,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: 'notifications.tell-owner-of-account-change',
      on: Object.keys(ACCOUNT_CHANGES),
      handle: (tx, event) => this.handle(tx, event),
    });
  }

  private async handle(tx: Tx, { id, at, type, subject, imported }: RecordedEvent): Promise<void> {
    const kind = ACCOUNT_CHANGES[type as keyof typeof ACCOUNT_CHANGES];
    const contact = imported ? undefined : await this.identity.contact(subject.id, tx);
    if (!contact?.email) return;
    const { email, locale, name } = contact;
    await this.deliveries.write(tx, {
      ...(await this.wording.ofAccount(tx, kind, subject.id, { locale, name, at, url: this.wording.address('/profile') })),
      ...{ kind, userId: subject.id, ticketId: null, dedupeKey: `${kind}:${id}`, toAddress: email, locale, asksRating: false },
    });
  }
}
