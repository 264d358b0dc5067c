import type { Actor } from '#identity';
import type { Instant } from '#kernel';
import { readCursor, ts } from '#platform';
import { BREACHING_WITHIN, numbersMeant, type TicketQuery, type TicketSort, titlePattern } from '../domain/ticket-query.js';
import { Params, ticketVisibility } from '../domain/ticket-visibility.js';
import { OPEN_STATES, type TicketRecord } from '../domain/ticket.js';
import { TICKET_COLUMNS } from '../store/ticket-columns.js';
import { OPEN_CONDITION } from '../store/ticket.schema.js';

/** A word is looked for among so many newest matches, so that a common one costs no more than a rare one. */
const FOUND_AT_MOST = 500;

interface SortColumns {
  /** Columns of the table and the same fields of a row; the id is always the last. */
  readonly columns: readonly (readonly [string, keyof TicketRecord])[];
  readonly descending: boolean;
  /** Only a deadline may be missing; those rows come last. */
  readonly nullable: boolean;
}

const SORTS: Readonly<Record<TicketSort, SortColumns>> = {
  due: {
    columns: [
      ['due_at', 'dueAt'],
      ['id', 'id'],
    ],
    descending: false,
    nullable: true,
  },
  submitted: {
    columns: [
      ['submitted_at', 'submittedAt'],
      ['id', 'id'],
    ],
    descending: false,
    nullable: false,
  },
  '-submitted': {
    columns: [
      ['submitted_at', 'submittedAt'],
      ['id', 'id'],
    ],
    descending: true,
    nullable: false,
  },
  '-updated': {
    columns: [
      ['updated_at', 'updatedAt'],
      ['id', 'id'],
    ],
    descending: true,
    nullable: false,
  },
  priority: {
    columns: [
      ['priority', 'priority'],
      ['submitted_at', 'submittedAt'],
      ['id', 'id'],
    ],
    descending: false,
    nullable: false,
  },
};

/** What a cursor keeps of the last row of a page. */
export function cursorOf(sort: TicketSort, row: TicketRecord): (string | number | null)[] {
  return SORTS[sort].columns.map(([, field]) => row[field] as string | number | null);
}

const isTime = (field: string): boolean => field.endsWith('At');

/** The conditions that a page begins after; two of them where the rows without a deadline follow those with one. */
function keysets(
  { columns, descending, nullable }: SortColumns,
  cursor: readonly (string | number | null)[] | undefined,
  params: Params,
): string[] {
  if (!cursor) return ['true'];
  const compare = descending ? '<' : '>';
  if (nullable && cursor[0] === null) return [`t.due_at is null and t.id > ${params.add(cursor[1])}::uuid`];
  const placeholders = columns.map(([, field], at) => {
    const value = cursor[at];
    if (isTime(field)) return `${params.add(ts(Number(value) as Instant))}::timestamptz`;
    return `${params.add(value)}${field === 'id' ? '::uuid' : '::smallint'}`;
  });
  const after = `(${columns.map(([column]) => `t.${column}`).join(', ')}) ${compare} (${placeholders.join(', ')})`;
  return nullable ? [after, 't.due_at is null'] : [after];
}

/** What a view reads, each part on an index of its own: one for each group, one for each way to be a person of a ticket. */
function branches(actor: Actor, query: TicketQuery, params: Params): string[] {
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
    case 'institution':
      return [`t.institution_id = ${params.add(actor.institutionId)}::uuid`];
    case 'all':
      return ['true'];
  }
}

const ANY_BY_DEFAULT: ReadonlySet<string> = new Set(['requested', 'institution']);

function stateCondition({ view, states }: TicketQuery, params: Params): string[] {
  const open = `t.${OPEN_CONDITION}`;
  if (states === 'any') return [];
  if (states === undefined || states.length === 0) return ANY_BY_DEFAULT.has(view) ? [] : [open];
  const named = `t.state = any(${params.add(states)}::text[])`;
  // A planner takes a partial index only where the statement itself says the index's condition.
  return states.every((state) => (OPEN_STATES as readonly string[]).includes(state)) ? [open, named] : [named];
}

function filters(query: TicketQuery, params: Params): string[] {
  const conditions = stateCondition(query, params);
  if (query.priorities.length > 0) conditions.push(`t.priority = any(${params.add(query.priorities)}::smallint[])`);
  const byId = {
    group_id: query.groupId,
    assignee_id: query.assigneeId,
    institution_id: query.institutionId,
    service_id: query.serviceId,
    requester_id: query.requesterId,
  };
  for (const [column, id] of Object.entries(byId)) if (id) conditions.push(`t.${column} = ${params.add(id)}::uuid`);
  return conditions;
}

function wordCondition(q: string, year: number, params: Params): string {
  const numbers = numbersMeant(q, year);
  const pattern = titlePattern(q);
  const ways = [
    ...(numbers.length > 0 ? [`t.number = any(${params.add(numbers)}::text[])`] : []),
    ...(pattern !== undefined && numbers.length === 0 ? [`t.title ilike ${params.add(pattern)}`] : []),
  ];
  return ways.length > 0 ? `(${ways.join(' or ')})` : 'false';
}

/**
 * The statement of one page, one row longer than asked so that the caller knows whether more follow. Every part of it passes
 * `ticketVisibility`. `year` is the current one, for numbers given by their last digits.
 */
export function ticketListSql(actor: Actor, query: TicketQuery, year: number): { sql: string; values: unknown[] } {
  const params = new Params();
  const sort = SORTS[query.sort];
  const cursor = readCursor(query.cursor, sort.columns.length);
  const direction = sort.descending ? ' desc' : '';
  const order = sort.columns.map(([column]) => `t.${column}${direction}`).join(', ');
  const outer = sort.columns.map(([, field]) => `u."${field}"${direction}`).join(', ');
  const limit = params.add(query.limit + 1);
  const seen = ticketVisibility(actor, params);
  const shared = [...filters(query, params), seen];
  const pages = keysets(sort, cursor, params);
  const q = query.q?.trim();
  const parts = branches(actor, query, params);
  if (parts.length === 0) return { sql: `select ${TICKET_COLUMNS} from tickets.ticket t where false`, values: [] };
  if (q) {
    const found = parts.map(
      (part) =>
        `(select t.* from tickets.ticket t where ${[part, ...shared, wordCondition(q, year, params)].join(' and ')} order by t.submitted_at desc limit ${FOUND_AT_MOST})`,
    );
    const sql = `with t as materialized (${found.join(' union all ')}) select ${TICKET_COLUMNS} from t where ${pages.map((page) => `(${page})`).join(' or ')} order by ${order} limit ${limit}`;
    return { sql, values: params.values };
  }
  const bodies = parts.flatMap((part) =>
    pages.map(
      (page) =>
        `select ${TICKET_COLUMNS} from tickets.ticket t where ${[part, ...shared, page].join(' and ')} order by ${order} limit ${limit}`,
    ),
  );
  if (bodies.length === 1) return { sql: bodies[0] ?? '', values: params.values };
  return {
    sql: `select * from (${bodies.map((body) => `(${body})`).join(' union all ')}) u order by ${outer} limit ${limit}`,
    values: params.values,
  };
}
