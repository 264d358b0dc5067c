import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Figure } from '#kernel';
import { type Cell, EXPORT_ROWS_MAX, type ExportTable, Texts } from '#platform';
import { DIMENSIONS } from '../domain/kpi.js';
import type { Month } from '../domain/month.js';
import { type ComplianceRow, ComplianceRows, type ComplianceRowsQuery } from './compliance-rows.js';
import { Definitions } from './definitions.js';
import { Restatements } from './restatements.js';
import { type BothFigures, type SlaCompliance, SlaComplianceReport } from './sla-compliance.js';

type Say = (key: string) => string;

const PAGE = 1_000;
const FIGURE_COLUMNS = ['met', 'counted', 'share', 'low', 'high'] as const;
const ROW_COLUMNS = [
  'ticket',
  'title',
  'kind',
  'cycle',
  'priority',
  'state',
  'started',
  'outcome',
  'outcome-at',
  'agreed-outcome',
  'agreed-at',
  'worked-hours',
  'paused-hours',
  'waited-hours',
] as const;

/** The compliance report and its lists as tables to save. */
@Injectable()
export class ComplianceExport {
  constructor(
    private readonly report: SlaComplianceReport,
    private readonly rows: ComplianceRows,
    private readonly restatements: Restatements,
    private readonly definitions: Definitions,
    private readonly texts: Texts,
  ) {}

  /** The month's figures: whole, by each dimension, what is listed beside them, and what was restated. */
  async figures(actor: Actor, month: Month): Promise<ExportTable[]> {
    const say: Say = (key) => this.texts.say(actor.locale, `kpis.export.${key}`);
    const report = await this.report.read(actor, month, 'institution');
    const selection = await this.report.selection(actor, month);
    const target = await this.definitions.target('KPI-09', Number(month.slice(0, 4)));
    const tables: ExportTable[] = [wholeTable(report, say)];
    for (const by of DIMENSIONS) {
      const rows =
        by === 'institution' ? report.rows : by === 'kind' ? report.byKind : await this.report.both(actor, selection, by, target);
      tables.push(breakdownTable(say(`by-${by}`), rows, say));
    }
    return [...tables, listsTable(report, say), restatementsTable(await this.restatements.of(actor, selection, target), say)];
  }

  /** The rows of a list, at most as many as a file holds. */
  async list(actor: Actor, query: Omit<ComplianceRowsQuery, 'cursor' | 'limit'>): Promise<ExportTable> {
    const say: Say = (key) => this.texts.say(actor.locale, `kpis.export.${key}`);
    const found: ComplianceRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.rows.read(actor, { ...query, cursor, limit: PAGE });
      found.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && found.length < EXPORT_ROWS_MAX);
    const kind = (name: string): string => this.texts.say(actor.locale, `kpis.kind.${name}`);
    const rows = found.map((row) => rowCells(row, say, kind));
    if (cursor !== undefined) rows.push([say('cut')]);
    return { title: say('rows'), columns: ROW_COLUMNS.map(say), rows };
  }
}

function figureCells({ numerator, denominator, value, low, high }: Figure): Cell[] {
  return [numerator, denominator, value, low, high];
}

function wholeTable({ month, overall, agreed, target, frozen, freezeAt }: SlaCompliance, say: Say): ExportTable {
  return {
    title: say('whole'),
    columns: [say('promise'), ...FIGURE_COLUMNS.map(say), say('target'), say('month'), say('frozen')],
    rows: [
      [say('amended'), ...figureCells(overall), target, month, frozen ? { at: freezeAt } : null],
      [say('agreed'), ...figureCells(agreed), target, month, frozen ? { at: freezeAt } : null],
    ],
  };
}

function breakdownTable(title: string, rows: readonly BothFigures[], say: Say): ExportTable {
  const both = (view: 'amended' | 'agreed'): string[] => FIGURE_COLUMNS.map((column) => `${say(column)} (${say(view)})`);
  return {
    title,
    columns: [title, ...both('amended'), ...both('agreed')],
    rows: rows.map((row) => [row.name, ...figureCells(row), ...figureCells(row.agreed)]),
  };
}

function listsTable({ counts }: SlaCompliance, say: Say): ExportTable {
  return {
    title: say('lists'),
    columns: [say('list'), say('count')],
    rows: Object.entries(counts).map(([name, count]: [string, number]) => [say(`list-${name}`), count]),
  };
}

function restatementsTable(restated: Awaited<ReturnType<Restatements['of']>>, say: Say): ExportTable {
  const figure = (when: 'before' | 'after'): string[] => ['met', 'counted', 'share'].map((column) => `${say(column)} (${say(when)})`);
  return {
    title: say('restatements'),
    columns: [
      say('edition'),
      say('at'),
      say('cause'),
      say('reason'),
      say('person'),
      say('ticket'),
      ...figure('before'),
      ...figure('after'),
    ],
    rows: restated.map(({ number, at, cause, reason, person, ticketNumber, before, after }) => [
      ...[number, { at }, say(`cause-${cause}`), reason, person, ticketNumber],
      ...figureCells(before).slice(0, 3),
      ...figureCells(after).slice(0, 3),
    ]),
  };
}

function rowCells({ at, ticket, clock }: ComplianceRow, say: Say, kind: (name: string) => string): Cell[] {
  const head = [ticket?.number ?? null, ticket?.title ?? null];
  if (!clock) return [...head, null, null, null, null, { at }];
  const instantOf = (value: typeof clock.outcomeAt): Cell => (value === null ? null : { at: value });
  const outcome = (value: typeof clock.agreedOutcome): Cell => (value === null ? null : say(`outcome-${value}`));
  return [
    ...head,
    ...[kind(clock.kind), clock.cycle, clock.priority, say(`state-${clock.state}`), instantOf(clock.startedAt)],
    ...[outcome(clock.outcome), instantOf(clock.outcomeAt), outcome(clock.agreedOutcome), instantOf(clock.agreedAt)],
    ...[hours(clock.workedSeconds), hours(clock.pausedSeconds), hours(clock.waitedSeconds)],
  ];
}

function hours(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds / 36) / 100;
}
