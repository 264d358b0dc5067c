import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings, Texts } from '#platform';
import { composeMail, type MailMatter } from '../domain/compose-mail.js';
import { mailHost, messageIdOf, threadIdOf } from '../domain/delivery.js';
import type { PlannedMail } from '../domain/mail.js';
import { htmlOf, textOf } from '../domain/mail-body.js';
import type { NewDelivery } from '../store/deliveries.js';

/** The part of a delivery that is worded here. */
export type WordedMail = Pick<NewDelivery, 'id' | 'subject' | 'text' | 'html' | 'messageId' | 'threadId' | 'state'>;

/** What a delivery says and how it is marked. */
@Injectable()
export class MailWording {
  constructor(
    private readonly settings: Settings,
    private readonly texts: Texts,
  ) {}

  address(path: string): string {
    return `${this.settings.publicUrl}${path}`;
  }

  of({ kind }: PlannedMail, ticketId: string, matter: MailMatter): WordedMail {
    const { locale } = matter;
    const mail = composeMail(kind, matter, (key, params) => this.texts.say(locale, `notifications.mail.${key}`, params));
    const host = mailHost(this.settings.publicUrl);
    const id = randomUUID();
    return {
      id,
      subject: mail.subject,
      text: textOf({ locale, ...mail }),
      html: htmlOf({ locale, ...mail }),
      messageId: messageIdOf(id, host),
      threadId: threadIdOf(ticketId, host),
      state: this.settings.smtpUrl === undefined ? 'mailbox' : 'queued',
    };
  }
}
