import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import type { SentMail } from '../reads/reply-addresses.js';

/** Notes that a mail came back: the mailbox shows it as failed, with what the other side's server said. */
@Injectable()
export class MarkBounced {
  /** Undefined where there is no such mail. One that was not sent, or has failed already, stays as it is. */
  async execute(tx: Tx, deliveryId: string, diagnosis: string): Promise<SentMail | undefined> {
    await tx.execute(`update notifications.delivery set state = 'failed', last_error = left($2, 500) where id = $1 and state = 'sent'`, [
      deliveryId,
      diagnosis,
    ]);
    const [found] = await tx.query<SentMail>(
      `select id, ticket_id as "ticketId", user_id as "userId" from notifications.delivery where id = $1`,
      [deliveryId],
    );
    return found;
  }
}
