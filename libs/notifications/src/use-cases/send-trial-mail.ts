import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import { DomainError } from '#kernel';
import { Texts, UnitOfWork } from '#platform';
import { MailWording } from '../reads/mail-wording.js';
import { TextSamples, type TrialText } from '../reads/text-samples.js';
import { Deliveries } from '../store/deliveries.js';

/** Sends an administrator a made-up mail in which a text stands, to look at it where mails are read. To nobody but himself. */
@Injectable()
export class SendTrialMail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly texts: Texts,
    private readonly identity: IdentityFacts,
    private readonly samples: TextSamples,
    private readonly wording: MailWording,
    private readonly deliveries: Deliveries,
  ) {}

  /** Answers the address. Throws `notifications.no-address` where he has none, `notifications.no-mail` for a text that stands in no mail. */
  async execute(actor: Actor, trial: TrialText): Promise<string> {
    const contact = await this.identity.contact(actor.id);
    const email = contact?.email;
    if (!contact || !email) throw new DomainError('notifications.no-address');
    const { mail } = await this.samples.compose(trial, contact.name);
    if (!mail) throw new DomainError('notifications.no-mail');
    const subject = this.texts.say(trial.locale, 'notifications.trial.subject', { subject: mail.subject });
    await this.unitOfWork.run((tx) =>
      this.deliveries.write(tx, {
        ...this.wording.ofTrial({ ...mail, subject }, trial.locale, actor.id),
        ...{ kind: 'test', userId: actor.id, ticketId: null, toAddress: email, locale: trial.locale, asksRating: false },
        dedupeKey: `test:${randomUUID()}`,
      }),
    );
    return email;
  }
}
