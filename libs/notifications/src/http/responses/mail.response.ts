import { formatInstant } from '#kernel';
import type { MailSummary, StoredMail } from '../../reads/mailbox.js';

/** A mail in short. */
export class MailSummaryResponse {
  id: string;
  at: string;
  to: string;
  subject: string;
  /** `mailbox`: kept here because no mail server is set up; `held`: waits for a digest; `gathered`: has become a line of one. */
  state: 'queued' | 'sending' | 'sent' | 'failed' | 'mailbox' | 'withdrawn' | 'held' | 'gathered';

  static of({ id, at, to, subject, state }: MailSummary): MailSummaryResponse {
    return { id, at: formatInstant(at), to, subject, state: state as MailSummaryResponse['state'] };
  }
}

export class MailboxResponse {
  items: MailSummaryResponse[];
  nextCursor: string | null;
}

/** A mail with its bodies. */
export class MailResponse extends MailSummaryResponse {
  kind: string;
  locale: 'lv' | 'en';
  text: string;
  html: string;
  messageId: string;
  attempts: number;
  lastError: string | null;

  static whole(mail: StoredMail): MailResponse {
    const { kind, locale, text, html, messageId, attempts, lastError } = mail;
    return { ...MailSummaryResponse.of(mail), kind, locale: locale as 'lv' | 'en', text, html, messageId, attempts, lastError };
  }
}
