import type { Actor } from '#identity';
import { notFound } from '#kernel';
import { requireVersion, type Tx } from '#platform';
import { keyCondition } from '../domain/ticket-key.js';
import { standingOf, type TicketStanding, type TicketTies } from '../domain/ticket-standing.js';
import { Params, ticketTies, ticketVisibility } from '../domain/ticket-visibility.js';
import type { TicketRecord } from '../domain/ticket.js';
import { TICKET_COLUMNS } from './ticket-columns.js';

/** A ticket that a request names by id or number, with the version that it knows (`If-Match`). */
export interface TicketTarget {
  readonly key: string;
  readonly ifMatch: string | undefined;
}

/** A ticket under lock, with what the actor is to it. */
export interface LockedTicket {
  readonly ticket: TicketRecord;
  readonly standing: TicketStanding;
}

/**
 * Locks a ticket of `type` that the actor may see and holds `ifMatch` against its version. What is read in this transaction
 * afterwards is what the ticket's last change has left. Throws `tickets.not-found` where there is none, or none for him;
 * `platform.version-mismatch` (412).
 */
export async function lockTicket(tx: Tx, actor: Actor, type: string, { key, ifMatch }: TicketTarget): Promise<LockedTicket> {
  const params = new Params([type]);
  const which = keyCondition(key, params);
  if (!which) throw notFound('tickets');
  const [row] = await tx.query<TicketRecord & TicketTies>(
    `select ${TICKET_COLUMNS}, t.description, ${ticketTies(actor, params)}
     from tickets.ticket t where ${which} and t.type = $1 and ${ticketVisibility(actor, params)} for update`,
    params.values,
  );
  if (!row) throw notFound('tickets');
  requireVersion(ifMatch, row.version);
  return { ticket: row, standing: standingOf(actor, row, row) };
}

/** Locks a ticket of `type` for the system itself; undefined where there is none. */
export async function lockTicketForSystem(tx: Tx, type: string, id: string): Promise<TicketRecord | undefined> {
  const [row] = await tx.query<TicketRecord>(
    `select ${TICKET_COLUMNS}, t.description from tickets.ticket t where t.id = $1 and t.type = $2 for update`,
    [id, type],
  );
  return row;
}

/**
 * Locks those of many tickets that nobody holds, for work on all of them that can come back for the rest; answers their ids. It waits for
 * nobody, so that it can be in nobody's way for good.
 */
export async function lockFreeTickets(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from tickets.ticket where id = any($1::uuid[]) order by id for no key update skip locked`,
    [ids],
  );
  return rows.map((row) => row.id);
}
