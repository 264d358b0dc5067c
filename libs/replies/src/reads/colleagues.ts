import { Injectable } from '@nestjs/common';
import { type Actor, ActorReader, IdentityFacts } from '#identity';
import { type Named, TicketFacts } from '#tickets';
import { TicketReplier } from './ticket-replier.js';

const LOOKED_AT = 16;
const SHOWN = 8;

/** Colleagues whom a note on a ticket may name: staff that reads its notes. */
@Injectable()
export class Colleagues {
  constructor(
    private readonly replier: TicketReplier,
    private readonly identity: IdentityFacts,
    private readonly actors: ActorReader,
    private readonly tickets: TicketFacts,
  ) {}

  /** Those whose name has each word of `q`, by name. Throws `tickets.not-found`, `tickets.not-allowed`. */
  async named(actor: Actor, key: string, q: string): Promise<Named[]> {
    const { id } = await this.replier.require(actor, key, 'note');
    const found = await this.identity.staffCalled(q, LOOKED_AT);
    const readers = await Promise.all(found.map(async (person) => ((await this.reads(person.id, id)) ? [person] : [])));
    return readers
      .flat()
      .filter((person) => person.id !== actor.id)
      .slice(0, SHOWN);
  }

  private async reads(personId: string, ticketId: string): Promise<boolean> {
    const person = await this.actors.byId(personId);
    return (person && (await this.tickets.seenBy(person, ticketId)))?.standing.staff ?? false;
  }
}
