import { Injectable } from '@nestjs/common';
import { Database, type Queryable, Settings } from '#platform';
import { mailHost } from '../domain/delivery.js';
import { isReplyMark, plainAddress, readReplyAddress, replyAddress, replyKey } from '../domain/reply-address.js';

/** A mail of ours that another one names. */
export interface SentMail {
  readonly id: string;
  readonly ticketId: string | null;
  readonly userId: string | null;
}

/** The addresses to which people answer about a ticket, and the mails that they answer. */
@Injectable()
export class ReplyAddresses {
  private readonly key: Buffer | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
  ) {
    this.key = settings.secret && replyKey(settings.secret);
  }

  /** The desk's own address. */
  get desk(): string {
    return plainAddress(this.settings.mailFrom);
  }

  /** The host in the Message-IDs of what is sent. */
  get host(): string {
    return mailHost(this.settings.publicUrl);
  }

  /** Where this person answers about this ticket; undefined where the installation has no secret to sign with. */
  of(number: string, userId: string): string | undefined {
    return this.key && replyAddress(this.key, this.desk, number, userId);
  }

  /** The ticket's number and the mark, where one of these addresses is a reply address. */
  find(addresses: readonly string[]): { readonly number: string; readonly mark: string } | undefined {
    return addresses.flatMap((address) => readReplyAddress(this.desk, address) ?? [])[0];
  }

  /** Which of these people was sent the mark. */
  holderOf({ number, mark }: { readonly number: string; readonly mark: string }, userIds: readonly string[]): string | undefined {
    const { key } = this;
    return key && userIds.find((userId) => isReplyMark(key, number, userId, mark));
  }

  /** The nearest of these Message-IDs that is of a mail of ours about a ticket. */
  async answered(messageIds: readonly string[], on: Queryable = this.database): Promise<SentMail | undefined> {
    if (messageIds.length === 0) return undefined;
    const [found] = await on.query<SentMail>(
      `select id, ticket_id as "ticketId", user_id as "userId" from notifications.delivery
       where message_id = any($1) and ticket_id is not null order by array_position($1, message_id) limit 1`,
      [messageIds],
    );
    return found;
  }
}
