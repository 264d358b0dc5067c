import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import { type Queryable, Settings } from '#platform';
import { type AccountMailKind, type AccountMatter, composeAccountMail } from '../domain/compose-account-mail.js';
import { type ApprovalMailKind, type ApprovalMatter, composeApprovalMail } from '../domain/compose-approval-mail.js';
import { type ComposedMail, composeMail, type MailMatter, type Say } from '../domain/compose-mail.js';
import { type AnnouncementMailKind, type AnnouncementMatter, composeAnnouncementMail } from '../domain/compose-announcement-mail.js';
import { composeDigestMail, composeNoticeMail, type DigestMatter, type NoticeMatter } from '../domain/compose-notice-mail.js';
import { composeMeetingMail, type MeetingMailKind, type MeetingMatter } from '../domain/compose-meeting-mail.js';
import { composeProcessMail, type ProcessMailKind, type ProcessMatter } from '../domain/compose-process-mail.js';
import { composeRefusal } from '../domain/compose-refusal.js';
import { composeReportMail, type ReportMatter } from '../domain/compose-report-mail.js';
import { composeSurveyMail, type SurveyMailKind, type SurveyMatter } from '../domain/compose-survey-mail.js';
import { mailHost, messageIdOf, threadIdOf } from '../domain/delivery.js';
import type { PlannedMail } from '../domain/mail.js';
import { htmlOf, textOf } from '../domain/mail-body.js';
import type { NewDelivery } from '../store/deliveries.js';
import { ReplyAddresses } from './reply-addresses.js';
import { Wordings } from './wordings.js';

/** The part of a delivery that is worded here. */
export type WordedMail = Pick<NewDelivery, 'id' | 'subject' | 'text' | 'html' | 'messageId' | 'threadId' | 'state'> &
  Pick<NewDelivery, 'replyTo' | 'page'>;

/** What the mails of one subject refer to, so that they form one thread. */
type Thread = readonly [of: NonNullable<Parameters<typeof threadIdOf>[2]>, subjectId: string];

/** What a delivery says and how it is marked. */
@Injectable()
export class MailWording {
  constructor(
    private readonly settings: Settings,
    private readonly wordings: Wordings,
    private readonly replies: ReplyAddresses,
  ) {}

  address(path: string): string {
    return `${this.settings.publicUrl}${path}`;
  }

  /** A mail to a person of a ticket. Where mail comes in, it carries the address at which he, and nobody else, answers. */
  async of(
    on: Queryable,
    { kind, userId }: Pick<PlannedMail, 'kind' | 'userId'>,
    ticketId: string,
    matter: MailMatter,
  ): Promise<WordedMail> {
    const replyTo = (this.settings.takesMail && this.replies.of(matter.number, userId)) || null;
    const { locale } = matter;
    const composed = composeMail(kind, { ...matter, mayReply: replyTo !== null }, await this.say(on, locale));
    return { ...this.worded(composed, locale, ['ticket', ticketId]), replyTo };
  }

  /** The answer to somebody whom the register does not know (see `WriteRefusal`). */
  async ofRefusal(on: Queryable, mailId: string, locale: Locale, subject: string): Promise<WordedMail> {
    const matter = { locale, subject, portalUrl: this.address('/') };
    return this.compose(on, composeRefusal, matter, ['refusal', mailId]);
  }

  /** Mails of a campaign, many at once. */
  async ofSurvey(on: Queryable, kind: SurveyMailKind, campaignId: string, matters: readonly SurveyMatter[]): Promise<WordedMail[]> {
    const says = { lv: await this.say(on, 'lv'), en: await this.say(on, 'en') };
    return matters.map((matter) =>
      this.worded(composeSurveyMail(kind, matter, says[matter.locale]), matter.locale, ['campaign', campaignId]),
    );
  }

  ofApproval(on: Queryable, kind: ApprovalMailKind, ticketId: string, matter: ApprovalMatter): Promise<WordedMail> {
    return this.compose(on, (of, say) => composeApprovalMail(kind, of, say), matter, ['ticket', ticketId]);
  }

  ofProcess(on: Queryable, kind: ProcessMailKind, processId: string, matter: ProcessMatter): Promise<WordedMail> {
    return this.compose(on, (of, say) => composeProcessMail(kind, of, say), matter, ['process', processId]);
  }

  ofAnnouncement(on: Queryable, kind: AnnouncementMailKind, announcementId: string, matter: AnnouncementMatter): Promise<WordedMail> {
    return this.compose(on, (of, say) => composeAnnouncementMail(kind, of, say), matter, ['announcement', announcementId]);
  }

  ofMeeting(on: Queryable, kind: MeetingMailKind, meetingId: string, matter: MeetingMatter): Promise<WordedMail> {
    return this.compose(on, (of, say) => composeMeetingMail(kind, of, say), matter, ['meeting', meetingId]);
  }

  ofReport(on: Queryable, reportId: string, matter: ReportMatter): Promise<WordedMail> {
    return this.compose(on, composeReportMail, matter, ['report', reportId]);
  }

  ofAccount(on: Queryable, kind: AccountMailKind, userId: string, matter: AccountMatter): Promise<WordedMail> {
    return this.compose(on, (of, say) => composeAccountMail(kind, of, say), matter, ['account', userId]);
  }

  /** The words of a notice as a mail. */
  ofNotice(on: Queryable, subjectId: string, matter: NoticeMatter): Promise<WordedMail> {
    return this.compose(on, composeNoticeMail, matter, ['notice', subjectId]);
  }

  /** What was held back, in one mail. */
  ofDigest(on: Queryable, userId: string, matter: DigestMatter): Promise<WordedMail> {
    return this.compose(on, composeDigestMail, matter, ['notice', userId]);
  }

  /** A mail that is composed already: one that an administrator tries out. */
  ofTrial(mail: ComposedMail, locale: Locale, userId: string): WordedMail {
    return this.worded(mail, locale, ['notice', userId]);
  }

  private async compose<Matter extends { readonly locale: Locale }>(
    on: Queryable,
    composer: (matter: Matter, say: Say) => ComposedMail,
    matter: Matter,
    thread: Thread,
  ): Promise<WordedMail> {
    return this.worded(composer(matter, await this.say(on, matter.locale)), matter.locale, thread);
  }

  private async say(on: Queryable, locale: Locale): Promise<Say> {
    const say = await this.wordings.now(on);
    return (key, params) => say(locale, `mail.${key}`, params);
  }

  private get host(): string {
    return mailHost(this.settings.publicUrl);
  }

  private worded(mail: ComposedMail, locale: Locale, [of, subjectId]: Thread): WordedMail {
    const id = randomUUID();
    return {
      id,
      subject: mail.subject,
      text: textOf({ locale, ...mail }),
      html: htmlOf({ locale, ...mail }),
      messageId: messageIdOf(id, this.host),
      threadId: threadIdOf(subjectId, this.host, of),
      page: pageOf(mail),
      state: this.settings.smtpUrl === undefined ? 'mailbox' : 'queued',
    };
  }
}

/** The page to which the first link of a mail leads. */
function pageOf({ blocks }: ComposedMail): string | null {
  return blocks.flatMap((block) => (block.is === 'links' ? block.links : []))[0]?.url ?? null;
}
