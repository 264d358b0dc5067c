import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { notFound } from '#kernel';
import { Database } from '#platform';
import { Params, ticketVisibility } from '../domain/ticket-visibility.js';
import type { LinkResponse } from '../http/responses/conversation.response.js';
import type { RefResponse } from '#identity';
import { TicketFacts } from './ticket-facts.js';
import { TicketNames } from './ticket-names.js';

interface Row {
  kind: string;
  direction: 'out' | 'in';
  id: string;
  number: string;
  title: string;
  state: string;
}

/** Tickets that belong to a ticket, and the people who watch it. */
@Injectable()
export class TicketLinks {
  constructor(
    private readonly database: Database,
    private readonly facts: TicketFacts,
    private readonly names: TicketNames,
  ) {}

  /** Links in both directions to tickets that the actor may see too. Throws `tickets.not-found`. */
  async read(actor: Actor, key: string): Promise<LinkResponse[]> {
    const id = await this.idOf(actor, key);
    const params = new Params([id]);
    const rows = await this.database.query<Row>(
      `select l.kind, l.direction, t.id, t.number, t.title, t.state from (
         select kind, 'out' as direction, target_id as other from tickets.link where ticket_id = $1
         union all select kind, 'in', ticket_id from tickets.link where target_id = $1) l
       join tickets.ticket t on t.id = l.other where ${ticketVisibility(actor, params)} order by t.submitted_at, t.id`,
      params.values,
    );
    return rows.map(({ kind, direction, id: other, number, title, state }) => ({
      kind,
      direction,
      ticket: { id: other, number },
      title,
      state,
    }));
  }

  /** Throws `tickets.not-found`. */
  async watchers(actor: Actor, key: string): Promise<RefResponse[]> {
    const ids = await this.facts.watcherIds(await this.idOf(actor, key));
    const names = await this.names.find(actor.locale, { people: ids });
    return ids.map((id) => names.of(id)).sort((a, b) => a.name.localeCompare(b.name, actor.locale));
  }

  private async idOf(actor: Actor, key: string): Promise<string> {
    const seen = await this.facts.seenBy(actor, key);
    if (!seen) throw notFound('tickets');
    return seen.ticket.id;
  }
}
