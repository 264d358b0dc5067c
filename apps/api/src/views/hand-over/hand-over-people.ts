import { Injectable } from '@nestjs/common';
import { OPEN_CHANGE_STATES } from '#changes';
import type { Actor } from '#identity';
import { Database } from '#platform';
import { OPEN_PROBLEM_STATES } from '#problems';
import { OPEN_CONDITION, Params, ticketVisibility } from '#tickets';
import type { HandOverPeopleResponse, HandOverPersonResponse } from './hand-over.response.js';

const TODAY = `(now() at time zone 'Europe/Riga')::date`;
/** An absence that begins so soon is shown: work is handed over before it. */
const DAYS_BEFORE = 7;

/** Whose open work an actor may hand over: his own, and what members of the groups that he leads hold in these. */
@Injectable()
export class HandOverPeople {
  constructor(private readonly database: Database) {}

  async read(actor: Actor): Promise<HandOverPeopleResponse> {
    const params = new Params();
    const seen = ticketVisibility(actor, params);
    const mine = `t.assignee_id = ${params.add(actor.id)}::uuid`;
    const led = `t.group_id = any(${params.add(actor.leadOfGroupIds)}::uuid[]) and t.assignee_id is not null`;
    const held = (type: string, open: string): string =>
      `select t.assignee_id as id, t.type, t.state from tickets.ticket t where t.type = '${type}' and ${open} and (${mine} or ${led}) and ${seen}`;
    const among = (states: readonly string[]): string => `t.state = any(${params.add(states)}::text[])`;
    const work = [
      held('incident', `t.${OPEN_CONDITION}`),
      held('problem', among(OPEN_PROBLEM_STATES)),
      held('change', among(OPEN_CHANGE_STATES)),
    ];
    const items = await this.database.query<HandOverPersonResponse>(
      `with held as (
         select id, count(*)::int as open, count(*) filter (where state = 'on_hold')::int as on_hold,
           count(*) filter (where type = 'problem')::int as problems, count(*) filter (where type = 'change')::int as changes
         from (${work.join(' union all ')}) work group by id)
       select u.id, u.name, held.open, held.problems, held.changes, held.on_hold as "onHold", u.active, u.leaves_on::text as "leavesOn",
         case when a.id is not null then json_build_object('from', a.first_day, 'until', a.last_day,
           'delegate', case when d.id is not null then json_build_object('id', d.id, 'name', d.name) end) end as away
       from held join identity.app_user u on u.id = held.id
       left join lateral (select * from identity.absence b where b.user_id = u.id and b.last_day >= ${TODAY} and b.first_day <= ${TODAY} + ${DAYS_BEFORE}
         order by b.first_day limit 1) a on true
       left join identity.app_user d on d.id = a.delegate_id
       order by u.active, u.leaves_on nulls last, a.first_day nulls last, u.name collate "lv-x-icu", u.id`,
      params.values,
    );
    return { items, groupIds: [...actor.leadOfGroupIds] };
  }
}
