import { Injectable } from '@nestjs/common';
import { type Queryable, ts, type Tx } from '#platform';
import { MailDepartures } from '../reads/mail-departures.js';
import { leaving, type NewDelivery } from './deliveries.js';

/** A mail of a campaign. Its token, where it has one, stands apart from the body. */
export interface SurveyDelivery extends Omit<NewDelivery, 'userId' | 'ticketId' | 'asksRating'> {
  readonly userId: string;
  readonly campaignId: string;
  /** 0 for the invitation, 1 for the first reminder. */
  readonly round: number;
  readonly secret: string | null;
}

/** How the mails of one round stand. */
export interface RoundOfMails {
  readonly kind: 'respondents' | 'coordinators';
  readonly round: number;
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
  /** Kept in the mailbox, since there is no mail server. */
  readonly kept: number;
}

/** Rows of one statement. */
const CHUNK = 250;

/** The mails of campaigns among the deliveries. */
@Injectable()
export class SurveyDeliveries {
  constructor(private readonly departures: MailDepartures) {}

  /** Writes many, as their readers decided; those whose key is there already are passed over. */
  async write(tx: Tx, deliveries: readonly SurveyDelivery[]): Promise<void> {
    for (let at = 0; at < deliveries.length; at += CHUNK)
      await tx.execute(
        `insert into notifications.delivery (id, kind, user_id, dedupe_key, to_address, locale, subject, body_text, body_html, message_id, thread_id,
           state, secret, campaign_id, round, created_at, next_attempt_at, page)
         select id, kind, "userId", "dedupeKey", "toAddress", locale, subject, text, html, "messageId", "threadId", state, secret, "campaignId", round,
           $2, "nextAt", page
         from jsonb_to_recordset($1::jsonb) as r(id uuid, kind text, "userId" uuid, "dedupeKey" text, "toAddress" text, locale text, subject text,
           text text, html text, "messageId" text, "threadId" text, state text, secret text, "campaignId" uuid, round int, "nextAt" timestamptz, page text)
         on conflict (dedupe_key) do nothing`,
        [JSON.stringify(await this.departing(tx, deliveries.slice(at, at + CHUNK))), ts(tx.now)],
      );
  }

  private async departing(tx: Tx, deliveries: readonly SurveyDelivery[]): Promise<object[]> {
    const departureOf = await this.departures.forMany(
      tx,
      deliveries.map(({ userId }) => userId),
    );
    return deliveries.flatMap((delivery) => {
      const departure = departureOf(delivery.userId, { kind: delivery.kind, single: delivery.secret !== null });
      if (departure === undefined) return [];
      const [state, nextAt] = leaving(delivery, departure);
      return [{ ...delivery, state, nextAt }];
    });
  }

  async counts(on: Queryable, campaignId: string): Promise<RoundOfMails[]> {
    return on.query<RoundOfMails>(
      `select case kind when 'survey-coverage' then 'coordinators' else 'respondents' end as kind, round,
         count(*) filter (where state in ('queued', 'sending'))::int as waiting, count(*) filter (where state = 'sent')::int as sent,
         count(*) filter (where state = 'failed')::int as failed, count(*) filter (where state = 'mailbox')::int as kept
       from notifications.delivery where campaign_id = $1 group by 1, 2 order by 2, 1 desc`,
      [campaignId],
    );
  }

  /**
   * Forgets who was reminded, since whoever was not had answered; and the tokens, which open nothing any more. What has not left stays behind.
   */
  async forget(tx: Tx, campaignId: string): Promise<void> {
    await tx.execute(
      `delete from notifications.delivery where campaign_id = $1 and (kind in ('survey-reminder', 'survey-last-reminder') or state in ('queued', 'sending'))`,
      [campaignId],
    );
    await tx.execute(`update notifications.delivery set secret = null where campaign_id = $1 and secret is not null`, [campaignId]);
  }
}
