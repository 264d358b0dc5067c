import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { MailFate, MailReason } from '../domain/mail-fate.js';
import type { ParsedMail } from '../domain/parsed-mail.js';

/** A mail as it arrives, before anybody has looked at it. */
export interface ArrivedMail {
  readonly mailbox: string;
  /** What tells it from the others of its mailbox, such as its number there. */
  readonly key: string;
  readonly source: Uint8Array;
  /** '' for the null sender, null where the way it came does not say. */
  readonly envelopeFrom: string | null;
  readonly envelopeTo: readonly string[];
}

/** A mail that waits to be read, or to be decided about. */
export interface WaitingMail {
  readonly id: string;
  readonly source: Buffer;
  readonly sha256: string;
  readonly envelopeFrom: string | null;
  readonly envelopeTo: readonly string[];
  readonly attempts: number;
  readonly fate: MailFate;
  readonly ticketId: string | null;
  readonly from: string | null;
  readonly subject: string;
  readonly words: string;
}

/** What became of it. */
export interface Settled {
  readonly fate: MailFate;
  readonly why: MailReason;
  readonly detail?: string | null;
  readonly senderId?: string | null;
  readonly ticketId?: string | null;
  readonly commentId?: string | null;
  readonly deliveryId?: string | null;
}

/** What a person decided about one that waited. */
export interface Decision {
  readonly fate: MailFate;
  readonly ticketId: string | null;
  readonly commentId: string | null;
  readonly byId: string;
  readonly reason: string | null;
}

/** What is noted of a mail when it is read. */
export type MailNotes = Pick<ParsedMail, 'messageId' | 'from' | 'fromName' | 'subject'> & {
  readonly contentKey: string;
  readonly words: string;
  readonly html: string | null;
};

/** A worker that dies while it reads a mail leaves it for this long, in seconds. */
const LEASE_SECONDS = 120;

const LOCKED = `select m.id, c.source, m.sha256, m.envelope_from as "envelopeFrom", m.envelope_to as "envelopeTo", m.attempts, m.fate,
    m.ticket_id as "ticketId", m.from_address as "from", m.subject, c.words
  from inbound.mail m join inbound.mail_content c on c.mail_id = m.id where m.id = $1 for update of m`;

/** Mails that came in. */
@Injectable()
export class Mails {
  /** Keeps a mail; false where it is kept already. */
  async add(tx: Tx, { mailbox, key, source, envelopeFrom, envelopeTo }: ArrivedMail, sha256: string): Promise<boolean> {
    const added = await tx.execute(
      `with m as (
         insert into inbound.mail (id, mailbox, mailbox_key, received_at, size, sha256, envelope_from, envelope_to, next_attempt_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $4) on conflict (mailbox, mailbox_key) do nothing returning id
       ) insert into inbound.mail_content (mail_id, source) select id, $9 from m`,
      [randomUUID(), mailbox, key, ts(tx.now), source.length, sha256, envelopeFrom, envelopeTo, source],
    );
    return added > 0;
  }

  /** Notes a mail that is not taken because of its size; its head is all that is kept (`source`). */
  async addTooLarge(
    tx: Tx,
    { mailbox, key, source, envelopeFrom, envelopeTo }: ArrivedMail,
    {
      size,
      sha256,
      from,
      subject,
    }: { readonly size: number; readonly sha256: string; readonly from: string | null; readonly subject: string },
  ): Promise<void> {
    const whole = Math.min(size, 2_147_483_647);
    await tx.execute(
      `with m as (
         insert into inbound.mail (id, mailbox, mailbox_key, received_at, size, sha256, envelope_from, envelope_to, from_address, subject, fate, why)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'too_large', 'size') on conflict (mailbox, mailbox_key) do nothing returning id
       ) insert into inbound.mail_content (mail_id, source) select id, $11 from m`,
      [randomUUID(), mailbox, key, ts(tx.now), whole, sha256, envelopeFrom, envelopeTo, from, subject, source],
    );
  }

  /** Ids of mails that wait, the oldest first, taken into this worker's hands. */
  async claim(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `with taken as (
         update inbound.mail set attempts = attempts + 1, next_attempt_at = clock_timestamp() + make_interval(secs => $2)
         where id in (select id from inbound.mail where fate = 'received' and next_attempt_at <= clock_timestamp()
                      order by next_attempt_at, id limit $1 for update skip locked)
         returning id, received_at
       ) select id from taken order by received_at, id`,
      [limit, LEASE_SECONDS],
    );
    return rows.map(({ id }) => id);
  }

  /** A mail under lock; undefined where there is none. */
  async lock(tx: Tx, id: string): Promise<WaitingMail | undefined> {
    return (await tx.query<WaitingMail>(LOCKED, [id]))[0];
  }

  /** The bytes of a mail. */
  async source(on: Queryable, id: string): Promise<Buffer | undefined> {
    return (await on.query<{ source: Buffer }>(`select source from inbound.mail_content where mail_id = $1`, [id]))[0]?.source;
  }

  /** Where the files of a mail go, and in whose name; undefined where it became nothing of a ticket. */
  async place(on: Queryable, id: string): Promise<{ ticketId: string; commentId: string | null; actorId: string } | undefined> {
    const [row] = await on.query<{ ticketId: string; commentId: string | null; actorId: string }>(
      `select ticket_id as "ticketId", comment_id as "commentId", coalesce(decided_by_id, sender_id) as "actorId"
       from inbound.mail where id = $1 and ticket_id is not null and fate in ('created', 'replied')`,
      [id],
    );
    return row;
  }

  /** Writes down what a mail says. */
  async note(tx: Tx, id: string, { messageId, from, fromName, subject, contentKey, words, html }: MailNotes): Promise<void> {
    await tx.execute(
      `with said as (update inbound.mail_content set words = $7, html = $8 where mail_id = $1)
       update inbound.mail set message_id = $2, from_address = $3, from_name = $4, subject = $5, content_key = $6 where id = $1`,
      [id, messageId, from, fromName, subject, contentKey, words, html],
    );
  }

  /** Writes down what became of a mail. */
  async settle(tx: Tx, id: string, settled: Settled): Promise<void> {
    const { fate, why, detail = null, senderId = null, ticketId = null, commentId = null, deliveryId = null } = settled;
    await tx.execute(
      `update inbound.mail set fate = $2, why = $3, detail = $4, sender_id = $5, ticket_id = $6, comment_id = $7, delivery_id = $8, next_attempt_at = null
       where id = $1`,
      [id, fate, why, detail, senderId, ticketId, commentId, deliveryId],
    );
  }

  /** Writes down who decided about a mail, what, and why. */
  async decide(tx: Tx, id: string, { fate, ticketId, commentId, byId, reason }: Decision): Promise<void> {
    await tx.execute(
      `update inbound.mail set fate = $2, why = case when $2 in ('created', 'replied') then 'by_agent' else why end, ticket_id = coalesce($3, ticket_id),
         decided_by_id = $4, decided_at = $5, decision_reason = $6,
         comment_id = coalesce($7, comment_id) where id = $1`,
      [id, fate, ticketId, byId, ts(tx.now), reason, commentId],
    );
  }

  /** Holds a content until the transaction ends, and tells whether another mail with it was settled before. */
  async isKnown(tx: Tx, id: string, contentKey: string): Promise<boolean> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`inbound.mail ${contentKey}`]);
    const known = await tx.query(`select 1 from inbound.mail where content_key = $1 and id <> $2 and fate <> 'received' limit 1`, [
      contentKey,
      id,
    ]);
    return known.length > 0;
  }

  /** How many mails of this sender, and for this ticket, had an effect since: forged ones that only wait use up nobody's share. Workers that ask about one sender wait for each other. */
  async recent(tx: Tx, { from, ticketId, since }: { from: string | null; ticketId: string | null; since: Instant }): Promise<Recent> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`inbound.sender ${from ?? ''}`]);
    const [row] = await tx.query<Recent>(
      `select
         (select count(*)::int from inbound.mail where from_address = $1 and received_at > $3 and fate in ('created', 'replied', 'refused')) as "ofSender",
         (select count(*)::int from inbound.mail where ticket_id = $2 and received_at > $3 and fate = 'replied') as "ofTicket"`,
      [from, ticketId, ts(since)],
    );
    return row!;
  }
}

export interface Recent {
  readonly ofSender: number;
  readonly ofTicket: number;
}
