import type { Instant } from '#kernel';
import { ts } from '#platform';
import {
  clockContribution,
  type Contribution,
  firstResolutionContribution,
  ratingContribution,
  resolutionContribution,
} from '../domain/cell.js';
import type { ClockFact } from '../domain/clock-fact.js';
import { type Month, monthDate, monthOfDate } from '../domain/month.js';
import type { OpenFact } from '../domain/open-fact.js';
import type { FirstResolutionFact, ResolutionFact } from '../domain/resolution-fact.js';
import type { RatingFact } from '../domain/satisfaction-fact.js';
import type { FactKind, TicketFacts } from '../domain/ticket-facts.js';
import type { TimeFact } from '../domain/time-fact.js';
import { changeFacts } from './change-fact-table.js';
import { type InMonths, inMonthsOf, SPANNED_MONTHS } from './fact-months.js';
import { loadFacts } from './load-fact-table.js';

type ColumnType = 'uuid' | 'text' | 'integer' | 'boolean' | 'timestamptz' | 'date' | 'jsonb';

type Columns = Readonly<Record<string, ColumnType>>;

/** Where one kind of fact lies, and its cells. */
export interface FactTableShape {
  readonly table: string;
  /** Columns beside `edition`; each is a property of the fact, in snake case. */
  readonly columns: Columns;
  readonly id: string;
  /** The instant by which the days of Riga are told apart, and rows are listed. */
  readonly at: string;
  /** The sums of the facts by month; null where a figure is of the rows themselves, as medians are. */
  readonly cells: CellTable | null;
}

export interface FactTable<Fact> extends FactTableShape {
  /** In which months a fact counts. */
  readonly months: InMonths<Fact>;
  readonly contribution: (fact: Fact) => Contribution | null;
}

export interface CellTable {
  readonly table: string;
  /** The primary key after `edition` and `month`. */
  readonly key: Columns;
  /** Each count, and how it is counted from the facts (`f`): written apart from `contribution`, so that a recount checks one by the other. */
  readonly counts: Readonly<Record<string, string>>;
  /** Facts that belong to a cell. */
  readonly where: string;
}

const dimensions = { institution_id: 'uuid', service_id: 'uuid', group_id: 'uuid' } as const;

export const clockFacts: FactTable<ClockFact> = {
  table: 'kpis.clock_fact',
  columns: {
    clock_id: 'uuid',
    ticket_id: 'uuid',
    kind: 'text',
    cycle: 'integer',
    state: 'text',
    outcome: 'text',
    outcome_at: 'timestamptz',
    month: 'date',
    exclusion: 'text',
    ...dimensions,
    priority: 'integer',
    pauses: 'jsonb',
    agreed_outcome: 'text',
    agreed_at: 'timestamptz',
    agreed_month: 'date',
    amended: 'boolean',
    started_at: 'timestamptz',
    stopped_at: 'timestamptz',
    worked_seconds: 'integer',
    waited_seconds: 'integer',
    relaxations: 'jsonb',
    stays: 'jsonb',
    mark: 'text',
    voids: 'integer',
  },
  id: 'clock_id',
  at: 'outcome_at',
  months: inMonthsOf('month', 'agreed_month'),
  contribution: clockContribution,
  cells: {
    table: 'kpis.clock_cell',
    key: { kind: 'text', ...dimensions, priority: 'integer' },
    counts: {
      met: `count(*) filter (where f.outcome = 'met' and f.exclusion is null)`,
      breached: `count(*) filter (where f.outcome = 'breached' and f.exclusion is null)`,
      open_breached: `count(*) filter (where f.outcome = 'breached' and f.exclusion is null and f.state in ('running', 'paused'))`,
      cancelled: `count(*) filter (where f.exclusion = 'cancelled')`,
      merged: `count(*) filter (where f.exclusion = 'merged')`,
      tests: `count(*) filter (where f.exclusion = 'test')`,
    },
    where: 'f.month is not null',
  },
};

export const ratingFacts: FactTable<RatingFact> = {
  table: 'kpis.rating_fact',
  columns: {
    ticket_id: 'uuid',
    rating_id: 'uuid',
    rater_id: 'uuid',
    value: 'integer',
    rated_at: 'timestamptz',
    month: 'date',
    ...dimensions,
  },
  id: 'ticket_id',
  at: 'rated_at',
  months: inMonthsOf('month'),
  contribution: ratingContribution,
  cells: {
    table: 'kpis.rating_cell',
    key: { ...dimensions, rater_id: 'uuid' },
    counts: { ratings: 'count(*)', satisfied: 'count(*) filter (where f.value in (2, 3))', good: 'count(*) filter (where f.value = 3)' },
    where: 'true',
  },
};

export const resolutionFacts: FactTable<ResolutionFact> = {
  table: 'kpis.resolution_fact',
  columns: { ticket_id: 'uuid', resolved_at: 'timestamptz', month: 'date', rated: 'boolean', first_contact: 'boolean', ...dimensions },
  id: 'ticket_id',
  at: 'resolved_at',
  months: inMonthsOf('month'),
  contribution: resolutionContribution,
  cells: {
    table: 'kpis.resolution_cell',
    key: dimensions,
    counts: {
      resolved: 'count(*)',
      rated: 'count(*) filter (where f.rated)',
      first_contact: 'count(*) filter (where f.first_contact)',
    },
    where: 'true',
  },
};

export const firstResolutionFacts: FactTable<FirstResolutionFact> = {
  table: 'kpis.first_resolution_fact',
  columns: { ticket_id: 'uuid', resolved_at: 'timestamptz', month: 'date', reopened: 'boolean', ...dimensions },
  id: 'ticket_id',
  at: 'resolved_at',
  months: inMonthsOf('month'),
  contribution: firstResolutionContribution,
  cells: {
    table: 'kpis.first_resolution_cell',
    key: dimensions,
    counts: { resolved: 'count(*)', reopened: 'count(*) filter (where f.reopened)' },
    where: 'true',
  },
};

export const timeFacts: FactTable<TimeFact> = {
  table: 'kpis.time_fact',
  columns: {
    clock_id: 'uuid',
    ticket_id: 'uuid',
    kind: 'text',
    cycle: 'integer',
    stopped_at: 'timestamptz',
    month: 'date',
    seconds: 'integer',
    ...dimensions,
    priority: 'integer',
  },
  id: 'clock_id',
  at: 'stopped_at',
  months: inMonthsOf('month'),
  contribution: () => null,
  cells: null,
};

export const openFacts: FactTable<OpenFact> = {
  table: 'kpis.open_fact',
  columns: {
    stretch_id: 'uuid',
    ticket_id: 'uuid',
    submitted_at: 'timestamptz',
    from_at: 'timestamptz',
    to_at: 'timestamptz',
    ...dimensions,
    priority: 'integer',
  },
  id: 'stretch_id',
  at: 'submitted_at',
  months: SPANNED_MONTHS,
  contribution: () => null,
  cells: null,
};

/** The table of each kind of fact. Tables are written in this order, so that two transactions never wait for each other. */
export const FACT_TABLES: { readonly [Kind in FactKind]: FactTable<TicketFacts[Kind][number]> } = {
  clocks: clockFacts,
  times: timeFacts,
  ratings: ratingFacts,
  resolutions: resolutionFacts,
  firstResolutions: firstResolutionFacts,
  open: openFacts,
  changes: changeFacts,
  load: loadFacts,
};

export const FACT_KINDS = Object.keys(FACT_TABLES) as readonly FactKind[];

/** `name type, name type`: the form of `jsonb_to_recordset`. */
export function recordset(columns: Columns): string {
  return Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
}

function property(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

interface Field {
  readonly column: string;
  readonly property: string;
  readonly type: ColumnType;
}

const known = new Map<string, readonly Field[]>();

/** The columns of a table with the properties that they hold; worked out once, because every fact of a recount asks. */
function fieldsOf({ table, columns }: FactTableShape): readonly Field[] {
  const fields = known.get(table) ?? Object.entries(columns).map(([column, type]) => ({ column, property: property(column), type }));
  known.set(table, fields);
  return fields;
}

/**
 * Facts of clocks that count otherwise by the first promise than by the one in force, or are out of the ordinary: few of a month. Every other
 * fact counts alike, so that the sums stand for it. Two partial indexes have this condition: a question uses them where it repeats it.
 */
export const UNLIKE = `agreed_outcome is distinct from (case when exclusion is null then outcome end)
  or agreed_outcome is not null and agreed_month is distinct from month or voids > 0 or mark is not null`;

/** A fact as a row that PostgreSQL reads from JSON. */
export function writeFact<Fact extends object>(table: FactTable<Fact>, fact: Fact): Record<string, unknown> {
  const values = fact as Readonly<Record<string, unknown>>;
  const row: Record<string, unknown> = {};
  for (const { column, property: name, type } of fieldsOf(table)) {
    const value = values[name] ?? null;
    if (value === null) row[column] = null;
    else if (type === 'timestamptz') row[column] = ts(value as Instant);
    else row[column] = type === 'date' ? monthDate(value as Month) : value;
  }
  return row;
}

/** A row of the table as a fact. */
export function readFact<Fact extends object>(table: FactTable<Fact>, row: Readonly<Record<string, unknown>>): Fact {
  const fact: Record<string, unknown> = {};
  for (const { column, property: name, type } of fieldsOf(table)) {
    const value = row[column];
    fact[name] = type === 'date' && typeof value === 'string' ? monthOfDate(value) : value;
  }
  return fact as Fact;
}

/** The same text for the same fact, whatever it was read from. */
export function fingerprint<Fact extends object>(table: FactTable<Fact>, fact: Fact): string {
  return JSON.stringify(Object.values(writeFact(table, fact)));
}

/** The same text for the same fact, to be compared and thrown away: instants as they are. */
export function likeness<Fact extends object>(table: FactTable<Fact>, fact: Fact): string {
  const values = fact as Readonly<Record<string, unknown>>;
  return JSON.stringify(fieldsOf(table).map((field) => values[field.property] ?? null));
}

/** The id of a fact within its table. */
export function factId<Fact extends object>(table: FactTable<Fact>, fact: Fact): string {
  const values = fact as Readonly<Record<string, unknown>>;
  return String(values[fieldsOf(table).find(({ column }) => column === table.id)!.property]);
}
