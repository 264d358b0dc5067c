import type { Instant } from '#kernel';
import { ts } from '#platform';
import type { TicketSort } from '../domain/ticket-query.js';
import type { Params } from '../domain/ticket-visibility.js';
import type { TicketRecord } from '../domain/ticket.js';

/** The values of a row that its place in a list follows; the id is always the last. */
export type SortKey = readonly (string | number | null)[];

type SortColumn = readonly [column: string, field: keyof TicketRecord];

interface ListSort {
  readonly columns: readonly SortColumn[];
  readonly descending: boolean;
  /** Only a deadline may be missing; those rows come last. */
  readonly nullable: boolean;
}

const ID: SortColumn = ['id', 'id'];
const SUBMITTED: SortColumn = ['submitted_at', 'submittedAt'];

export const LIST_SORTS: Readonly<Record<TicketSort, ListSort>> = {
  due: { columns: [['due_at', 'dueAt'], ID], descending: false, nullable: true },
  submitted: { columns: [SUBMITTED, ID], descending: false, nullable: false },
  '-submitted': { columns: [SUBMITTED, ID], descending: true, nullable: false },
  '-updated': { columns: [['updated_at', 'updatedAt'], ID], descending: true, nullable: false },
  priority: { columns: [['priority', 'priority'], SUBMITTED, ID], descending: false, nullable: false },
};

const directionOf = ({ descending }: ListSort): string => (descending ? ' desc' : '');

/** `order by` within one branch of a statement, over the columns of `t`. */
export function orderOf(sort: TicketSort): string {
  return LIST_SORTS[sort].columns.map(([column]) => `t.${column}${directionOf(LIST_SORTS[sort])}`).join(', ');
}

/** `order by` over the branches together, which are named like a `TicketRecord`. */
export function outerOrderOf(sort: TicketSort): string {
  return LIST_SORTS[sort].columns.map(([, field]) => `u."${field}"${directionOf(LIST_SORTS[sort])}`).join(', ');
}

/** The columns of `t` that a row's place follows, named like a `TicketRecord`. */
export function keyColumnsOf(sort: TicketSort): string {
  return LIST_SORTS[sort].columns.map(([column, field]) => `t.${column} as "${field}"`).join(', ');
}

/** The place of a row in a list of this order; a cursor keeps it. */
export function keyOf(sort: TicketSort, row: Partial<TicketRecord>): SortKey {
  return LIST_SORTS[sort].columns.map(([, field]) => (row[field] ?? null) as string | number | null);
}

/** Does the place `a` come after `b`? What is missing comes last. */
export function isAfter(sort: TicketSort, a: SortKey, b: SortKey): boolean {
  for (const [at, one] of a.entries()) {
    const other = b[at] ?? null;
    if (one === other) continue;
    if (one === null || other === null) return one === null;
    return LIST_SORTS[sort].descending ? one < other : one > other;
  }
  return false;
}

const isTime = (field: string): boolean => field.endsWith('At');

/** The conditions that a page begins after; two of them where the rows without a deadline follow those with one. */
export function keysets(sort: TicketSort, cursor: SortKey | undefined, params: Params): string[] {
  if (!cursor) return ['true'];
  const { columns, descending, nullable } = LIST_SORTS[sort];
  if (nullable && cursor[0] === null) return [`t.due_at is null and t.id > ${params.add(cursor[1])}::uuid`];
  const placeholders = columns.map(([, field], at) => {
    const value = cursor[at];
    if (isTime(field)) return `${params.add(ts(Number(value) as Instant))}::timestamptz`;
    return `${params.add(value)}${field === 'id' ? '::uuid' : '::smallint'}`;
  });
  const after = `(${columns.map(([column]) => `t.${column}`).join(', ')}) ${descending ? '<' : '>'} (${placeholders.join(', ')})`;
  return nullable ? [after, 't.due_at is null'] : [after];
}
