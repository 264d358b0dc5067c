import { type Actor, scopeOf } from '#identity';
import { BREACHING_WITHIN, holdsOpenOnly, NOBODY, numbersMeant, type TicketQuery, titlePattern } from '../domain/ticket-query.js';
import { dueBeforeSql, sinceSql, untilSql } from '../domain/ticket-query-days.js';
import type { Params } from '../domain/ticket-visibility.js';
import { OPEN_CONDITION, QUEUED } from '../store/ticket.schema.js';

/** What a view reads, each part on an index of its own: one for each group, one for each way to be a person of a ticket. */
export function branches(actor: Actor, query: Pick<TicketQuery, 'view'>, params: Params): string[] {
  const me = (): string => `${params.add(actor.id)}::uuid`;
  const perGroup = (more: string): string[] => actor.groupIds.map((id) => `t.group_id = ${params.add(id)}::uuid${more}`);
  const soon = ` and t.due_at <= now() + ${BREACHING_WITHIN}`;
  switch (query.view) {
    case 'mine':
      return [`t.assignee_id = ${me()}`];
    case 'group':
      return perGroup('');
    case 'unassigned':
      return perGroup(' and t.assignee_id is null');
    case 'breaching':
      return actor.groupIds.length > 0 ? perGroup(soon) : [`true${soon}`];
    case 'requested': {
      const id = me();
      const watched = `t.id = any(array(select w.ticket_id from tickets.watcher w where w.user_id = ${id}))`;
      return [
        `t.requester_id = ${id}`,
        `t.affected_user_id = ${id} and t.affected_user_id <> t.requester_id`,
        `${watched} and t.requester_id <> ${id} and t.affected_user_id <> ${id}`,
      ];
    }
    case 'institution': {
      const { institutionIds } = scopeOf(actor, 'ticket.read');
      return (institutionIds.length > 0 ? institutionIds : [actor.institutionId]).map((id) => `t.institution_id = ${params.add(id)}::uuid`);
    }
    case 'all':
      return ['true'];
  }
}

/** The states of a list. A planner takes a partial index only where the statement itself says the index's condition. */
function stateConditions(query: TicketQuery, params: Params): string[] {
  const { states, type } = query;
  const named = Array.isArray(states) && states.length > 0 ? [`t.state = any(${params.add(states)}::text[])`] : [];
  if (holdsOpenOnly(query)) return [`t.${OPEN_CONDITION}`, QUEUED, ...named];
  if (states === 'any') return [];
  // A change has states of its own: without one that is named, those that are not finished.
  if (named.length === 0 && type === 'change') return ['t.closed_at is null'];
  return named.length > 0 ? named : [QUEUED];
}

/** Conditions that an index may answer by itself, the most telling first. */
export function equalities(query: TicketQuery, params: Params): string[] {
  const { requesterId, assigneeId, serviceId, groupId, institutionId, category } = query;
  const person = assigneeId === NOBODY ? undefined : assigneeId;
  const byId = [
    ['requester_id', requesterId],
    ['assignee_id', person],
    ['service_id', serviceId],
    ['group_id', groupId],
    ['institution_id', institutionId],
  ] as const;
  const named = byId.flatMap(([column, id]) => (id ? [`t.${column} = ${params.add(id)}::uuid`] : []));
  return category ? [...named, `t.category = ${params.add(category)}::text`] : named;
}

/** The days of submission, which the indexes of that order answer on the way. */
export function submittedRange({ submittedFrom, submittedTo }: TicketQuery, params: Params): string[] {
  return [
    ...(submittedFrom ? [`t.submitted_at >= ${sinceSql(submittedFrom, params)}`] : []),
    ...(submittedTo ? [`t.submitted_at < ${untilSql(submittedTo, params)}`] : []),
  ];
}

/** All other filters. */
export function restOfFilters(query: TicketQuery, params: Params): string[] {
  const { priorities, assigneeId, type, sources = [], dueBefore } = query;
  return [
    ...stateConditions(query, params),
    ...(priorities.length > 0 ? [`t.priority = any(${params.add(priorities)}::smallint[])`] : []),
    ...(assigneeId === NOBODY ? ['t.assignee_id is null'] : []),
    ...(type ? [`t.type = '${type}'`] : []),
    ...(sources.length > 0 ? [`t.source = any(${params.add(sources)}::text[])`] : []),
    ...(dueBefore ? [`t.due_at < ${dueBeforeSql(dueBefore, params)}`] : []),
  ];
}

/** The condition of a text: a number, or a part of the title. */
export function wordCondition(q: string, year: number, params: Params): string {
  const numbers = numbersMeant(q, year);
  const pattern = titlePattern(q);
  const ways = [
    ...(numbers.length > 0 ? [`t.number = any(${params.add(numbers)}::text[])`] : []),
    ...(pattern !== undefined && numbers.length === 0 ? [`t.title ilike ${params.add(pattern)}`] : []),
  ];
  return ways.length > 0 ? `(${ways.join(' or ')})` : 'false';
}
