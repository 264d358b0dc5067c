import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Database } from '#platform';
import { Params, ticketVisibility } from '../domain/ticket-visibility.js';
import type { TicketRecord } from '../domain/ticket.js';
import type { PersonTicketsResponse } from '../http/responses/person-tickets.response.js';
import { TicketClocks } from '../ports/ticket-clocks.js';
import { TicketKinds } from '../ports/ticket-kinds.js';
import { TICKET_COLUMNS } from '../store/ticket-columns.js';
import { TicketNames } from './ticket-names.js';
import { namesOf, toSummary } from './ticket-rows.js';

/** So far back a person's tickets are read: more of them nobody looks through while he has somebody on the telephone. */
const NEWEST = 60;
const SHOWN = 12;

/** What whoever answers a call must know of the caller: what is open for him, and what there was before. */
@Injectable()
export class PersonTickets {
  constructor(
    private readonly database: Database,
    private readonly kinds: TicketKinds,
    private readonly names: TicketNames,
    private readonly clocks: TicketClocks,
  ) {}

  /** His newest ones as far as the actor may see them, those filed for him by a colleague among them; none for an unknown person. */
  async read(actor: Actor, personId: string): Promise<PersonTicketsResponse> {
    const rows = await this.newest(actor, personId);
    const open = rows.filter((row) => !this.isOver(row)).slice(0, SHOWN);
    const past = rows.filter((row) => this.isOver(row)).slice(0, SHOWN);
    const names = await this.names.find(actor.locale, namesOf([...open, ...past]));
    const clocks = await this.clocks.summaries(
      this.database,
      open.map(({ id }) => id),
      actor.locale,
    );
    return {
      open: open.map((row) => toSummary(row, names, clocks.get(row.id))),
      past: past.map((row) => toSummary(row, names)),
    };
  }

  /** Resolved is over for a caller, even while it may still be reopened. */
  private isOver({ type, state }: TicketRecord): boolean {
    return state === 'resolved' || this.kinds.of(type).finalStates.includes(state);
  }

  /** One branch for each way to be a person of a ticket, in the words of the index that answers it. */
  private newest(actor: Actor, personId: string): Promise<TicketRecord[]> {
    const params = new Params([personId, NEWEST]);
    const seen = ticketVisibility(actor, params);
    const branch = (where: string): string =>
      `(select t.id, t.submitted_at from tickets.ticket t where ${where} and t.type <> 'problem' and ${seen} order by t.submitted_at desc, t.id desc limit $2)`;
    return this.database.query<TicketRecord>(
      `with newest as (
         ${branch('t.requester_id = $1')} union ${branch('t.affected_user_id = $1 and t.affected_user_id <> t.requester_id')}
       )
       select ${TICKET_COLUMNS} from newest n join tickets.ticket t on t.id = n.id order by n.submitted_at desc, n.id desc limit $2`,
      params.values,
    );
  }
}
