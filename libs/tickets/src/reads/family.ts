import type { Actor } from '#identity';
import type { Queryable, Tx } from '#platform';
import type { Family } from '../domain/said-link.js';
import { standingOf, type TicketTies } from '../domain/ticket-standing.js';
import { Params, ticketTies, ticketVisibility } from '../domain/ticket-visibility.js';
import { OPEN_STATES, type TicketRecord } from '../domain/ticket.js';
import { TICKET_COLUMNS } from '../store/ticket-columns.js';
import type { SeenTicket } from './ticket-facts.js';

/** More children than this nobody answers at once. */
const MOST = 500;

/** What family a child to be and its parent to be have already. */
export async function familyOf(on: Queryable, childId: string, parentId: string): Promise<Family> {
  const [row] = await on.query<Family>(
    `select (select count(*) from tickets.link where target_id = $1 and kind = 'child_of') as children,
       (select target_id from tickets.link where ticket_id = $1 and kind = 'child_of') as "parentOfChild",
       (select target_id from tickets.link where ticket_id = $2 and kind = 'child_of') as "parentOfParent"`,
    [childId, parentId],
  );
  return row!;
}

/** The open children of a ticket that the actor works on, with what he is to each, under lock: the oldest first, 500 at most. */
export async function openChildren(tx: Tx, actor: Actor, parentId: string): Promise<SeenTicket[]> {
  const params = new Params([parentId, [...OPEN_STATES], MOST]);
  const rows = await tx.query<TicketRecord & TicketTies>(
    `select ${TICKET_COLUMNS}, t.description, ${ticketTies(actor, params)} from tickets.ticket t
     where t.id = any(array(select l.ticket_id from tickets.link l where l.target_id = $1 and l.kind = 'child_of'))
       and t.state = any($2::text[]) and ${ticketVisibility(actor, params)}
     order by t.submitted_at, t.id limit $3 for update`,
    params.values,
  );
  return rows.map((row) => ({ ticket: row, standing: standingOf(actor, row, row) })).filter(({ standing }) => standing.works);
}
