import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { formatInstant, type Instant, notFound } from '#kernel';
import { Database } from '#platform';
import { notAllowed, TicketFacts, TicketNames } from '#tickets';
import type { Audience, Channel } from '../domain/communication.js';
import type { CommunicationResponse } from '../http/responses/incident-together.response.js';

interface Row {
  id: string;
  at: Instant;
  byId: string;
  audience: Audience;
  channel: Channel;
  body: string;
}

/** The log of a major incident: who was told what, the latest first. */
@Injectable()
export class Communications {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketFacts,
    private readonly names: TicketNames,
  ) {}

  /** For those who read it in the course of their work. Throws `tickets.not-found`, `tickets.not-allowed`. */
  async read(actor: Actor, key: string): Promise<CommunicationResponse[]> {
    const seen = await this.tickets.seenBy(actor, key);
    if (!seen || seen.ticket.type !== 'incident') throw notFound('tickets');
    if (!seen.standing.staff) throw notAllowed('communications');
    const rows = await this.database.query<Row>(
      `select id, at, by_id as "byId", audience, channel, body from incidents.communication where ticket_id = $1 order by at desc, id desc`,
      [seen.ticket.id],
    );
    const names = await this.names.find(actor.locale, { people: rows.map(({ byId }) => byId) });
    return rows.map(({ id, at, byId, audience, channel, body }) => ({
      ...{ id, audience, channel, body },
      at: formatInstant(at),
      by: names.of(byId),
    }));
  }
}
