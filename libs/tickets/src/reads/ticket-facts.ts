import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Instant } from '#kernel';
import { Database, type Queryable, type Tx } from '#platform';
import { standingOf, type TicketStanding, type TicketTies } from '../domain/ticket-standing.js';
import { Params, ticketTies, ticketVisibility } from '../domain/ticket-visibility.js';
import type { TicketRecord } from '../domain/ticket.js';
import { keyCondition } from '../domain/ticket-key.js';
import { TICKET_COLUMNS } from '../store/ticket-columns.js';
import { OPEN_CONDITION } from '../store/ticket.schema.js';

/** Open work of one person in one group. */
export interface HeldWork {
  readonly groupId: string;
  readonly count: number;
}

/** What other modules may know of a ticket: ids and facts, no text but the title. */
export interface TicketFact {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  readonly title: string;
  readonly state: string;
  readonly holdReason: string | null;
  readonly requesterId: string;
  readonly affectedUserId: string;
  readonly institutionId: string;
  readonly serviceId: string | null;
  readonly groupId: string | null;
  readonly assigneeId: string | null;
  readonly impact: number;
  readonly urgency: number;
  readonly priority: number;
  readonly source: string;
  readonly restricted: boolean;
  readonly origin: string | null;
  readonly submittedAt: Instant;
  readonly resolvedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly version: number;
  readonly resolverGroupId: string | null;
  readonly resolverId: string | null;
  readonly reopenCount: number;
}

/** What a rating must know of its ticket. */
export type RatingFacts = TicketFact;

/** A ticket as one actor meets it. */
export interface SeenTicket {
  readonly ticket: TicketRecord;
  readonly standing: TicketStanding;
}

/** The answers about tickets that other modules may ask for. */
@Injectable()
export class TicketFacts {
  constructor(private readonly database: Database) {}

  /** Facts of one ticket, whoever asks; undefined where there is none. */
  async byId(id: string, on: Queryable = this.database): Promise<TicketFact | undefined> {
    return (await this.byIds([id], on)).get(id);
  }

  /** Facts of the ticket with this number, whoever asks; undefined where there is none. */
  async byNumber(number: string, on: Queryable = this.database): Promise<TicketFact | undefined> {
    return (await on.query<TicketRecord>(`select ${TICKET_COLUMNS} from tickets.ticket t where t.number = $1`, [number]))[0];
  }

  /** Facts of many tickets by id, whoever asks. */
  async byIds(ids: readonly string[], on: Queryable = this.database): Promise<Map<string, TicketFact>> {
    if (ids.length === 0) return new Map();
    const rows = await on.query<TicketRecord>(`select ${TICKET_COLUMNS} from tickets.ticket t where t.id = any($1::uuid[])`, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** What a rating must know: resolver, resolver's group, people and instants. */
  async forRating(id: string, on: Queryable = this.database): Promise<RatingFacts | undefined> {
    return this.byId(id, on);
  }

  /** Facts of one ticket under lock: what they say stands until the transaction ends. */
  async locked(id: string, tx: Tx): Promise<TicketFact | undefined> {
    const [row] = await tx.query<TicketRecord>(`select ${TICKET_COLUMNS} from tickets.ticket t where t.id = $1 for update`, [id]);
    return row;
  }

  /** The ticket by id or number with what the actor is to it; undefined where there is none that he may see. */
  async seenBy(actor: Actor, key: string, on: Queryable = this.database): Promise<SeenTicket | undefined> {
    const params = new Params();
    const which = keyCondition(key, params);
    if (!which) return undefined;
    const sql = `select ${TICKET_COLUMNS}, t.description, ${ticketTies(actor, params)} from tickets.ticket t where ${which} and ${ticketVisibility(actor, params)}`;
    const [row] = await on.query<TicketRecord & TicketTies>(sql, params.values);
    return row && { ticket: row, standing: standingOf(actor, row, row) };
  }

  /** Ids among `ids` that the actor may see; for lists that begin in another module. */
  async visibleAmong(actor: Actor, ids: readonly string[], on: Queryable = this.database): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const params = new Params();
    const given = params.add(ids);
    const rows = await on.query<{ id: string }>(
      `select t.id from tickets.ticket t where t.id = any(${given}::uuid[]) and ${ticketVisibility(actor, params)}`,
      params.values,
    );
    return new Set(rows.map((row) => row.id));
  }

  /** The configuration items that these tickets are about, whoever asks. */
  async itemsOf(ids: readonly string[], on: Queryable = this.database): Promise<{ readonly ticketId: string; readonly itemId: string }[]> {
    if (ids.length === 0) return [];
    return on.query(`select ticket_id as "ticketId", item_id as "itemId" from tickets.ticket_item where ticket_id = any($1::uuid[])`, [
      ids,
    ]);
  }

  /** The tickets that one is linked with in either direction, whoever asks. */
  async linkedTo(id: string, on: Queryable = this.database): Promise<TicketFact[]> {
    return on.query<TicketRecord>(
      `select ${TICKET_COLUMNS} from (select target_id as other from tickets.link where ticket_id = $1
         union select ticket_id from tickets.link where target_id = $1) l join tickets.ticket t on t.id = l.other`,
      [id],
    );
  }

  /** Incidents that were linked to these tickets as caused by them, with the instant of the link. */
  async causedBy(
    targetIds: readonly string[],
    on: Queryable = this.database,
  ): Promise<{ readonly targetId: string; readonly linkedAt: Instant }[]> {
    if (targetIds.length === 0) return [];
    return on.query(
      `select l.target_id as "targetId", l.added_at as "linkedAt" from tickets.link l join tickets.ticket t on t.id = l.ticket_id
       where l.kind = 'caused_by' and l.target_id = any($1::uuid[]) and t.type = 'incident' and t.state <> 'cancelled'`,
      [targetIds],
    );
  }

  /** Those who came to watch a ticket because theirs was merged with it. */
  async mergedPeopleOf(id: string, on: Queryable = this.database): Promise<string[]> {
    const rows = await on.query<{ userId: string }>(
      `select w.user_id as "userId" from tickets.watcher w join tickets.ticket d on d.id = w.via_ticket_id
       where w.ticket_id = $1 and w.user_id in (d.requester_id, d.affected_user_id)`,
      [id],
    );
    return rows.map((row) => row.userId);
  }

  /** In which groups, and how much of each, somebody has open work: incidents, problems and changes. */
  async heldBy(userId: string, on: Queryable = this.database): Promise<HeldWork[]> {
    return on.query<HeldWork>(
      `select t.group_id as "groupId", count(*)::int as count from tickets.ticket t
       where t.assignee_id = $1 and t.group_id is not null and t.closed_at is null and (t.type <> 'incident' or t.${OPEN_CONDITION})
       group by t.group_id`,
      [userId],
    );
  }

  /** The ids of those who watch a ticket. */
  async watcherIds(id: string, on: Queryable = this.database): Promise<string[]> {
    const rows = await on.query<{ userId: string }>(`select user_id as "userId" from tickets.watcher where ticket_id = $1`, [id]);
    return rows.map((row) => row.userId);
  }
}
