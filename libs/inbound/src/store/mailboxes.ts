import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { Database, ts, type Tx } from '#platform';

/** How far a mailbox has been read. */
export interface MailboxPlace {
  /** Numbers of mails hold while this stays the same (RFC 3501, UIDVALIDITY). */
  readonly uidValidity: string | null;
  readonly lastUid: number;
}

/** How fetching from a mailbox went the last time. */
export interface MailboxStanding {
  readonly mailbox: string;
  readonly checkedAt: Instant;
  readonly takenAt: Instant | null;
  readonly lastError: string | null;
}

/** The mailboxes that mail is fetched from. */
@Injectable()
export class Mailboxes {
  constructor(private readonly database: Database) {}

  async place(mailbox: string): Promise<MailboxPlace | undefined> {
    const [row] = await this.database.query<MailboxPlace>(
      `select uid_validity as "uidValidity", last_uid as "lastUid" from inbound.mailbox where mailbox = $1`,
      [mailbox],
    );
    return row;
  }

  async all(): Promise<MailboxStanding[]> {
    return this.database.query(
      `select mailbox, checked_at as "checkedAt", taken_at as "takenAt", last_error as "lastError" from inbound.mailbox order by mailbox`,
    );
  }

  /** Notes how far it has been read; never back, while the numbers hold. */
  async reached(tx: Tx, mailbox: string, { uidValidity, lastUid }: MailboxPlace, taken: boolean): Promise<void> {
    await tx.execute(
      `insert into inbound.mailbox as b (mailbox, uid_validity, last_uid, checked_at, taken_at)
       values ($1, $2, $3, $4::timestamptz, case when $5::boolean then $4::timestamptz end)
       on conflict (mailbox) do update set last_error = null, checked_at = excluded.checked_at, taken_at = coalesce(excluded.taken_at, b.taken_at),
         last_uid = case when b.uid_validity is distinct from excluded.uid_validity then excluded.last_uid else greatest(b.last_uid, excluded.last_uid) end,
         uid_validity = excluded.uid_validity`,
      [mailbox, uidValidity, lastUid, ts(tx.now), taken],
    );
  }

  async failed(tx: Tx, mailbox: string, error: string): Promise<void> {
    await tx.execute(
      `insert into inbound.mailbox as b (mailbox, checked_at, last_error) values ($1, $2, left($3, 300))
       on conflict (mailbox) do update set last_error = excluded.last_error, checked_at = excluded.checked_at`,
      [mailbox, ts(tx.now), error],
    );
  }
}
