import { type Instant, parseInstant } from '#kernel';

/** The columns of the log, in the order of its header. */
export const COLUMNS = [
  'number',
  'incident_state',
  'active',
  'reassignment_count',
  'reopen_count',
  'sys_mod_count',
  'made_sla',
  'caller_id',
  'opened_by',
  'opened_at',
  'sys_created_by',
  'sys_created_at',
  'sys_updated_by',
  'sys_updated_at',
  'contact_type',
  'location',
  'category',
  'subcategory',
  'u_symptom',
  'cmdb_ci',
  'impact',
  'urgency',
  'priority',
  'assignment_group',
  'assigned_to',
  'knowledge',
  'u_priority_confirmation',
  'notify',
  'problem_id',
  'rfc',
  'vendor',
  'caused_by',
  'closed_code',
  'resolved_by',
  'resolved_at',
  'closed_at',
] as const;

export type Column = (typeof COLUMNS)[number];

export const LOG_STATES = [
  'New',
  'Active',
  'Awaiting User Info',
  'Awaiting Vendor',
  'Awaiting Problem',
  'Awaiting Evidence',
  'Resolved',
  'Closed',
  '-100',
] as const;

export type LogState = (typeof LOG_STATES)[number];

/** One row of the log: what was so at one instant. `null` is the log's `?`. */
export interface LogRow {
  /** Line in the file, the header being line 1. */
  readonly line: number;
  readonly number: string;
  readonly state: LogState;
  readonly at: Instant;
  readonly reassignments: number;
  readonly reopens: number;
  readonly madeSla: boolean;
  readonly openedAt: Instant;
  readonly caller: string | null;
  readonly contact: string | null;
  readonly location: string | null;
  readonly category: string | null;
  readonly subcategory: string | null;
  readonly symptom: string | null;
  readonly impact: number;
  readonly urgency: number;
  readonly priority: number;
  readonly group: string | null;
  readonly assignee: string | null;
  readonly closedCode: string | null;
}

/** A row that cannot be read: which line, which column, and what stood there. */
export class RowError extends Error {
  constructor(
    readonly line: number,
    readonly column: Column | 'columns' | 'number-again',
    readonly value: string,
  ) {
    super(`line ${line}: ${column}: ${value}`);
    this.name = 'RowError';
  }
}

const INSTANT = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{2}):(\d{2})$/;
const INDEX = Object.fromEntries(COLUMNS.map((column, at) => [column, at])) as Readonly<Record<Column, number>>;

/** Reads one record; the log's times are minutes without a zone, read as UTC. Throws a RowError that names the line. */
export function readRow(fields: readonly string[], line: number): LogRow {
  if (fields.length !== COLUMNS.length) throw new RowError(line, 'columns', String(fields.length));
  const text = (column: Column): string => fields[INDEX[column]] as string;
  const fail = (column: Column): never => {
    throw new RowError(line, column, text(column).slice(0, 80));
  };
  const label = (column: Column): string | null => (text(column) === '?' || text(column) === '' ? null : text(column));
  const count = (column: Column): number => (/^\d{1,6}$/.test(text(column)) ? Number(text(column)) : fail(column));
  const level = (column: Column, most: number): number => {
    const value = /^(\d) - /.exec(text(column))?.[1];
    return value && Number(value) >= 1 && Number(value) <= most ? Number(value) : fail(column);
  };
  const at = (column: Column): Instant => instantOf(text(column)) ?? fail(column);
  const truth = (column: Column): boolean => (text(column) === 'true' || text(column) === 'false' ? text(column) === 'true' : fail(column));
  return {
    line,
    number: label('number') ?? fail('number'),
    state: LOG_STATES.find((state) => state === text('incident_state')) ?? fail('incident_state'),
    at: at('sys_updated_at'),
    reassignments: count('reassignment_count'),
    reopens: count('reopen_count'),
    madeSla: truth('made_sla'),
    openedAt: at('opened_at'),
    caller: label('caller_id'),
    contact: label('contact_type'),
    location: label('location'),
    category: label('category'),
    subcategory: label('subcategory'),
    symptom: label('u_symptom'),
    impact: level('impact', 3),
    urgency: level('urgency', 3),
    priority: level('priority', 5),
    group: label('assignment_group'),
    assignee: label('assigned_to'),
    closedCode: label('closed_code'),
  };
}

function instantOf(text: string): Instant | undefined {
  const m = INSTANT.exec(text);
  if (!m) return undefined;
  const [, day = '', month = '', year = '', hour = '', minute = ''] = m;
  try {
    return parseInstant(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour}:${minute}:00Z`);
  } catch {
    return undefined;
  }
}
