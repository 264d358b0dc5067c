import { Injectable } from '@nestjs/common';
import { ActorReader, IdentityFacts, type Locale } from '#identity';
import type { Tx } from '#platform';
import { TicketFacts } from '#tickets';
import type { HeldMail } from '../store/held-mails.js';

interface DigestReader {
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  /** What he may still see of what was held back. */
  readonly mails: readonly HeldMail[];
}

/** Who reads a digest, and what he may see now of what was held back for him. */
@Injectable()
export class DigestReaders {
  constructor(
    private readonly identity: IdentityFacts,
    private readonly actors: ActorReader,
    private readonly tickets: TicketFacts,
  ) {}

  /** Undefined where he has left or has no address. */
  async of(tx: Tx, userId: string, held: readonly HeldMail[]): Promise<DigestReader | undefined> {
    const contact = await this.identity.contact(userId, tx);
    const actor = contact?.email ? await this.actors.byId(userId, tx) : undefined;
    if (!contact?.email || !actor) return undefined;
    const ids = [...new Set(held.flatMap(({ ticketId }) => ticketId ?? []))];
    const visible = await this.tickets.visibleAmong(actor, ids, tx);
    const mails = held.filter(({ ticketId }) => ticketId === null || visible.has(ticketId));
    return { name: contact.name, email: contact.email, locale: contact.locale, mails };
  }
}
