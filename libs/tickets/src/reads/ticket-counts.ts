import { Injectable } from '@nestjs/common';
import { type Actor, holds, scopeOf } from '#identity';
import { Database } from '#platform';
import { BREACHING_WITHIN } from '../domain/ticket-query.js';
import { Params, ticketVisibility } from '../domain/ticket-visibility.js';
import { OPEN_CONDITION } from '../store/ticket.schema.js';

/** Counting stops here: nobody tells 10,000 open tickets from more, and the number is asked for again and again. */
export const COUNTED_AT_MOST = 10_000;

type CountedView = 'mine' | 'group' | 'unassigned' | 'breaching' | 'all' | 'requested_open' | 'requested_all' | 'institution';

export type TicketCountsBy = Partial<Record<CountedView, number>> & { groups?: { id: string; count: number }[] };

/** The statement that counts the views of an actor; every part passes `ticketVisibility`. */
export function ticketCountsSql(actor: Actor): { sql: string; values: unknown[] } {
  const params = new Params();
  const seen = ticketVisibility(actor, params);
  const me = `${params.add(actor.id)}::uuid`;
  const open = `t.${OPEN_CONDITION}`;
  const number = (...conditions: string[]): string =>
    `(select count(*) from (select 1 from tickets.ticket t where ${[...conditions, seen].join(' and ')} limit ${COUNTED_AT_MOST}) c)`;
  const count = (name: string, ...conditions: string[]): string => `${number(...conditions)} as ${name}`;
  // Two questions, each with an index of its own, where one with "or" would have none.
  const person = [`t.requester_id = ${me}`, `t.affected_user_id = ${me} and t.affected_user_id <> t.requester_id`];
  const soon = `t.due_at <= now() + ${BREACHING_WITHIN}`;
  const parts = [
    `${person.map((as) => number(as, open)).join(' + ')} as requested_open`,
    `${person.map((as) => number(as)).join(' + ')} as requested_all`,
  ];
  if (holds(actor, 'ticket.desk')) {
    const ids = `${params.add(actor.groupIds)}::uuid[]`;
    const groups = `t.group_id = any(${ids})`;
    // Added here, since a parameter that no part uses is refused by PostgreSQL.
    parts.push(
      count('mine', `t.assignee_id = ${me}`, open),
      count('"group"', groups, open),
      count('unassigned', groups, 't.assignee_id is null', open),
      count('breaching', ...(actor.groupIds.length > 0 ? [groups] : []), soon, open),
      count('"all"', open),
      `(select coalesce(json_agg(json_build_object('id', g.id, 'count', ${number('t.group_id = g.id', open)})), '[]') from unnest(${ids}) g(id)) as groups`,
    );
  }
  const { institutionIds } = scopeOf(actor, 'ticket.read');
  if (institutionIds.length > 0) parts.push(count('institution', `t.institution_id = any(${params.add(institutionIds)}::uuid[])`, open));
  return { sql: `select ${parts.join(',\n')}`, values: params.values };
}

/** How many tickets each view holds, for the numbers beside it. */
@Injectable()
export class TicketCounts {
  constructor(private readonly database: Database) {}

  async read(actor: Actor): Promise<TicketCountsBy> {
    const { sql, values } = ticketCountsSql(actor);
    const [row] = await this.database.query<TicketCountsBy>(sql, values);
    return row ?? {};
  }
}
