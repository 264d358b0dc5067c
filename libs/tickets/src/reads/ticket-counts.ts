import { Injectable } from '@nestjs/common';
import { type Actor, holds, scopeOf } from '#identity';
import { Database } from '#platform';
import { BREACHING_WITHIN } from '../domain/ticket-query.js';
import { Params, ticketVisibility } from '../domain/ticket-visibility.js';
import { OPEN_CONDITION, QUEUED } from '../store/ticket.schema.js';

/** Counting stops here: nobody tells 10,000 open tickets from more, and the number is asked for again and again. */
export const COUNTED_AT_MOST = 10_000;

type CountedView = 'mine' | 'group' | 'unassigned' | 'breaching' | 'all' | 'requested_open' | 'requested_all' | 'institution';

export type TicketCountsBy = Partial<Record<CountedView, number>> & { groups?: { id: string; count: number }[] };

const OPEN = `t.${OPEN_CONDITION} and ${QUEUED}`;

/** What each view asks of an open ticket; `t` is the ticket or what was read of it. */
function deskViews(actor: Actor, me: string, groupIds: string): Readonly<Record<'mine' | 'group' | 'unassigned' | 'breaching', string[]>> {
  const groups = `t.group_id = any(${groupIds})`;
  return {
    mine: [`t.assignee_id = ${me}`],
    group: [groups],
    unassigned: [groups, 't.assignee_id is null'],
    breaching: [...(actor.groupIds.length > 0 ? [groups] : []), `t.due_at <= now() + ${BREACHING_WITHIN}`],
  };
}

function seesByGroup(actor: Actor): boolean {
  const { all, userSupport } = scopeOf(actor, 'ticket.read');
  return !all && !userSupport;
}

const eachGroup = (groupIds: string, number: string): string =>
  `(select coalesce(json_agg(json_build_object('id', g.id, 'count', ${number})), '[]') from unnest(${groupIds}) g(id)) as groups`;

/**
 * The statement that counts the views of an actor; every part passes `ticketVisibility`. Who sees what his groups have is counted in one
 * reading of it; whoever sees everything, or more than is counted (`apart`), in one for each view, which its index bounds.
 */
export function ticketCountsSql(actor: Actor, { apart = false }: { apart?: boolean } = {}): { sql: string; values: unknown[] } {
  const params = new Params();
  const seen = ticketVisibility(actor, params);
  const me = `${params.add(actor.id)}::uuid`;
  const number = (...conditions: string[]): string =>
    `(select count(*) from (select 1 from tickets.ticket t where ${[...conditions, seen].join(' and ')} limit ${COUNTED_AT_MOST}) c)`;
  // Two questions, each with an index of its own, where one with "or" would have none.
  const person = [`t.requester_id = ${me}`, `t.affected_user_id = ${me} and t.affected_user_id <> t.requester_id`];
  const parts = [
    `${person.map((as) => number(as, OPEN)).join(' + ')} as requested_open`,
    `${person.map((as) => number(as, QUEUED)).join(' + ')} as requested_all`,
  ];
  const inOneReading = !apart && seesByGroup(actor);
  let before = '';
  if (holds(actor, 'ticket.desk')) {
    // Added here, since a parameter that no part uses is refused by PostgreSQL.
    const ids = `${params.add(actor.groupIds)}::uuid[]`;
    const views = Object.entries(deskViews(actor, me, ids));
    if (inOneReading) {
      before = `with t as materialized (select t.group_id, t.assignee_id, t.due_at from tickets.ticket t where ${OPEN} and ${seen} limit ${COUNTED_AT_MOST}) `;
      for (const [name, conditions] of views) parts.push(`(select count(*) from t where ${conditions.join(' and ')}) as "${name}"`);
      parts.push(`(select count(*) from t) as "all"`, eachGroup(ids, `(select count(*) from t where t.group_id = g.id)`));
    } else {
      for (const [name, conditions] of views) parts.push(`${number(...conditions, OPEN)} as "${name}"`);
      parts.push(`${number(OPEN)} as "all"`, eachGroup(ids, number('t.group_id = g.id', OPEN)));
    }
  }
  const { institutionIds } = scopeOf(actor, 'ticket.read');
  if (institutionIds.length > 0)
    parts.push(`${number(`t.institution_id = any(${params.add(institutionIds)}::uuid[])`, OPEN)} as institution`);
  return { sql: `${before}select ${parts.join(',\n')}`, values: params.values };
}

/** How many tickets each view holds, for the numbers beside it. */
@Injectable()
export class TicketCounts {
  constructor(private readonly database: Database) {}

  async read(actor: Actor): Promise<TicketCountsBy> {
    const counts = await this.ask(ticketCountsSql(actor));
    // What was read in one may have ended before it held everything.
    return counts.all === COUNTED_AT_MOST && seesByGroup(actor) ? this.ask(ticketCountsSql(actor, { apart: true })) : counts;
  }

  private async ask({ sql, values }: { sql: string; values: unknown[] }): Promise<TicketCountsBy> {
    const [row] = await this.database.query<TicketCountsBy>(sql, values);
    return row ?? {};
  }
}
