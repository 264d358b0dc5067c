import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import { ts, type Queryable, type Tx } from '#platform';
import { MailDepartures } from '../reads/mail-departures.js';
import { RATING_MAIL_EVERY_DAYS } from '../domain/mail.js';
import type { Departure } from '../domain/preferences.js';
import type { DeliveryState } from '../domain/delivery.js';
import { LEASE_SECONDS } from '../domain/delivery.js';

/** A file that goes with a mail. */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

export interface NewDelivery {
  readonly id: string;
  readonly kind: string;
  /** Null where it goes to an address that no person of the register has. */
  readonly userId: string | null;
  /** Null where it is about no ticket. */
  readonly ticketId: string | null;
  readonly dedupeKey: string;
  readonly toAddress: string;
  readonly locale: Locale;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly threadId: string;
  readonly asksRating: boolean;
  /** Where it is answered to, where that is not the address it is from. */
  readonly replyTo?: string | null;
  /** The token that stands where the bodies have the mark; wiped when the mail has left. */
  readonly secret?: string | null;
  readonly attachment?: Attachment | null;
  /** The page that it is about, to which a line of a digest leads. */
  readonly page?: string | null;
  readonly state: Extract<DeliveryState, 'queued' | 'mailbox'>;
}

/** A delivery in a worker's hands. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly threadId: string | null;
  readonly replyTo: string | null;
  readonly attempts: number;
  readonly attachmentName: string | null;
  readonly attachmentType: string | null;
  readonly attachment: Buffer | null;
}

/** Where the token of a link stands in a body while `secret` holds it. */
export const SECRET_MARK = '~secret~';

/**
 * The bodies of a mail with the token in its place; without one, or once it has left, a body is shown as it is kept. Where the condition
 * `shown` does not hold, the token is left out.
 */
export function bodiesSql(delivery: string, shown = 'true'): string {
  const body = (column: string, name: string): string =>
    `case when ${delivery}.secret is null or not (${shown}) then ${delivery}.${column} else replace(${delivery}.${column}, '${SECRET_MARK}', ${delivery}.secret) end as "${name}"`;
  return `${body('body_text', 'text')}, ${body('body_html', 'html')}`;
}

/** The deliveries table: what is written here in a transaction leaves by mail afterwards. */
@Injectable()
export class Deliveries {
  constructor(private readonly departures: MailDepartures) {}

  /** Is there a delivery with this key already? */
  async exists(on: Queryable, dedupeKey: string): Promise<boolean> {
    return (await on.query(`select 1 from notifications.delivery where dedupe_key = $1`, [dedupeKey])).length > 0;
  }

  /**
   * Writes a delivery, as its reader decided: at once, at the end of his quiet hours, into his digest, or not at all. One whose key is there
   * already is passed over.
   */
  async write(tx: Tx, delivery: NewDelivery): Promise<void> {
    const { kind, userId, secret = null, attachment = null } = delivery;
    const departure = await this.departures.of(tx, userId, { kind, single: secret !== null || attachment !== null });
    if (departure === undefined) return;
    await tx.execute(
      `insert into notifications.delivery (id, kind, user_id, ticket_id, dedupe_key, to_address, locale, subject, body_text, body_html, message_id,
         thread_id, asks_rating, state, next_attempt_at, created_at, secret, attachment_name, attachment_type, attachment, reply_to, page)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
       on conflict (dedupe_key) do nothing`,
      [...named(delivery), ...leaving(delivery, departure), ts(tx.now), secret, ...accompanying(delivery)],
    );
  }

  /**
   * May this person be asked for a rating by mail now? At most one such mail in seven days (DOMAIN section 6). Two workers that
   * ask for the same person wait for each other until the end of the transaction.
   */
  async mayAskForRating(tx: Tx, userId: string): Promise<boolean> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('notifications.rating-mail'), hashtext($1))`, [userId]);
    const asked = await tx.query(
      `select 1 from notifications.delivery where user_id = $1 and asks_rating and state <> 'withdrawn' and created_at > clock_timestamp() - make_interval(days => $2) limit 1`,
      [userId, RATING_MAIL_EVERY_DAYS],
    );
    return asked.length === 0;
  }

  /** Takes deliveries that are due into this worker's hands, for the length of the lease. */
  async claim(tx: Tx, limit: number): Promise<ClaimedDelivery[]> {
    return tx.query<ClaimedDelivery>(
      `update notifications.delivery d
       set state = 'sending', attempts = attempts + 1, next_attempt_at = clock_timestamp() + make_interval(secs => $2)
       where d.id in (select id from notifications.delivery where state in ('queued', 'sending') and next_attempt_at <= clock_timestamp()
                      order by next_attempt_at limit $1 for update skip locked)
       returning id, to_address as "toAddress", subject, ${bodiesSql('d')}, message_id as "messageId",
         thread_id as "threadId", reply_to as "replyTo", attempts, attachment_name as "attachmentName", attachment_type as "attachmentType", attachment`,
      [limit, LEASE_SECONDS],
    );
  }

  /** The mail server has accepted it, be it withdrawn meanwhile. `attempts` fences off a worker whose lease had run out. */
  async sent(tx: Tx, { id, attempts }: Pick<ClaimedDelivery, 'id' | 'attempts'>): Promise<void> {
    await tx.execute(
      `update notifications.delivery set state = 'sent', sent_at = clock_timestamp(), next_attempt_at = null, last_error = null, secret = null
       where id = $1 and attempts = $2 and state in ('sending', 'withdrawn')`,
      [id, attempts],
    );
  }

  /** The attempt failed: the next one in `retryAfterSeconds`, or none. */
  async failed(
    tx: Tx,
    { id, attempts }: Pick<ClaimedDelivery, 'id' | 'attempts'>,
    error: string,
    retryAfterSeconds: number | undefined,
  ): Promise<void> {
    await tx.execute(
      `update notifications.delivery
       set state = case when $4::int is null then 'failed' else 'queued' end, last_error = left($3, 500),
         secret = case when $4::int is null then null else secret end,
         next_attempt_at = clock_timestamp() + make_interval(secs => $4)
       where id = $1 and attempts = $2 and state = 'sending'`,
      [id, attempts, error, retryAfterSeconds ?? null],
    );
  }
}

function named(delivery: NewDelivery): unknown[] {
  const { id, kind, userId, ticketId, dedupeKey, toAddress, locale, subject, text, html, messageId, threadId, asksRating } = delivery;
  return [id, kind, userId, ticketId, dedupeKey, toAddress, locale, subject, text, html, messageId, threadId, asksRating];
}

/** The state of a mail that is written, and when it is its turn; one that is kept in the mailbox has none. */
export function leaving({ state }: Pick<NewDelivery, 'state'>, { at, digest }: Departure): [state: DeliveryState, nextAt: string | null] {
  if (digest) return ['held', ts(at)];
  return [state, state === 'queued' ? ts(at) : null];
}

function accompanying({ attachment, replyTo = null, page = null }: NewDelivery): unknown[] {
  return [attachment?.name ?? null, attachment?.mediaType ?? null, attachment?.content ?? null, replyTo, page];
}
