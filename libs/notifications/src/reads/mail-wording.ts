import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import { Settings, Texts } from '#platform';
import { type ApprovalMailKind, type ApprovalMatter, composeApprovalMail } from '../domain/compose-approval-mail.js';
import { type ComposedMail, composeMail, type MailMatter, type Say } from '../domain/compose-mail.js';
import { type AnnouncementMailKind, type AnnouncementMatter, composeAnnouncementMail } from '../domain/compose-announcement-mail.js';
import { composeSurveyMail, type SurveyMailKind, type SurveyMatter } from '../domain/compose-survey-mail.js';
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
    return this.worded(composeMail(kind, matter, this.say(matter.locale)), matter.locale, threadIdOf(ticketId, this.host));
  }

  ofSurvey(kind: SurveyMailKind, campaignId: string, matter: SurveyMatter): WordedMail {
    return this.worded(
      composeSurveyMail(kind, matter, this.say(matter.locale)),
      matter.locale,
      threadIdOf(campaignId, this.host, 'campaign'),
    );
  }

  ofApproval(kind: ApprovalMailKind, ticketId: string, matter: ApprovalMatter): WordedMail {
    return this.worded(composeApprovalMail(kind, matter, this.say(matter.locale)), matter.locale, threadIdOf(ticketId, this.host));
  }

  ofAnnouncement(kind: AnnouncementMailKind, announcementId: string, matter: AnnouncementMatter): WordedMail {
    return this.worded(
      composeAnnouncementMail(kind, matter, this.say(matter.locale)),
      matter.locale,
      threadIdOf(announcementId, this.host, 'announcement'),
    );
  }

  private say(locale: Locale): Say {
    return (key, params) => this.texts.say(locale, `notifications.mail.${key}`, params);
  }

  private get host(): string {
    return mailHost(this.settings.publicUrl);
  }

  private worded(mail: ComposedMail, locale: Locale, threadId: string): WordedMail {
    const id = randomUUID();
    return {
      id,
      subject: mail.subject,
      text: textOf({ locale, ...mail }),
      html: htmlOf({ locale, ...mail }),
      messageId: messageIdOf(id, this.host),
      threadId,
      state: this.settings.smtpUrl === undefined ? 'mailbox' : 'queued',
    };
  }
}
