import { Injectable } from '@nestjs/common';
import { type Instant, notFound } from '#kernel';
import { Database, type Page, pageOf, readCursor, Settings } from '#platform';
import { bodiesSql } from '../store/deliveries.js';

/** A mail in short. */
export interface MailSummary {
  readonly id: string;
  readonly at: Instant;
  readonly to: string;
  readonly subject: string;
  readonly state: string;
}

/** A mail with its bodies. */
export interface StoredMail extends MailSummary {
  readonly kind: string;
  readonly locale: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly attempts: number;
  readonly lastError: string | null;
}

const SUMMARY = `id, created_at as "at", to_address as "to", subject, state`;

/** The mails of the deliveries table, for the administrator. */
@Injectable()
export class Mailbox {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /** Newest first. */
  async page(cursor: string | undefined, limit: number): Promise<Page<MailSummary>> {
    const after = readCursor(cursor, 2);
    const rows = await this.database.query<MailSummary & { key: string }>(
      `select ${SUMMARY}, created_at::text as key from notifications.delivery
       where $1::timestamptz is null or (created_at, id) < ($1::timestamptz, $2::uuid)
       order by created_at desc, id desc limit $3`,
      [after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    return pageOf(rows, limit, ({ key, id }) => [key, id]);
  }

  /**
   * Throws not-found where there is no such mail. Whoever reads a link for a password can take the account: outside of the demonstration
   * such a mail is shown without it.
   */
  async byId(id: string): Promise<StoredMail> {
    const [mail] = await this.database.query<StoredMail>(
      `select ${SUMMARY}, kind, locale, ${bodiesSql('delivery', `$2 or kind not in ('password-forgotten', 'account-opened')`)}, message_id as "messageId", attempts,
         last_error as "lastError"
       from notifications.delivery where id = $1`,
      [id, this.settings.demo],
    );
    if (!mail) throw notFound('notifications.mail');
    return mail;
  }
}
