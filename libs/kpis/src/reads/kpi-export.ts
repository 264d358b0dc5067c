import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Figure } from '#kernel';
import { type Cell, type ExportTable, Texts } from '#platform';
import { CLIENTS_CODE, type IndicatorCode, type Layout, type Unit } from '../domain/kpi.js';
import type { Period } from '../domain/month.js';
import { ClientSatisfaction } from './client-satisfaction.js';
import { KpiPages } from './kpi-page.js';
import type { KpiPage } from './kpi-summary.js';

type Say = (key: string) => string;

const SHARE = ['numerator', 'denominator', 'share', 'low', 'high'] as const;
const LENGTH = ['n', 'median', 'p90', 'mean'] as const;

/** Lengths are told in hours, the age of a backlog in days. */
const IN_ONE: Readonly<Record<Unit, number>> = { percent: 1, days: 1, seconds: 3_600, elapsed: 3_600 };

/** An indicator as tables to save: the whole, its parts by a layout, its way there. What may not be shown is left empty. */
@Injectable()
export class KpiExport {
  constructor(
    private readonly pages: KpiPages,
    private readonly clients: ClientSatisfaction,
    private readonly texts: Texts,
  ) {}

  /** Throws `kpis.dimension-unknown` where the indicator is not broken down so. */
  async tables(actor: Actor, code: IndicatorCode, period: Period, by: Layout): Promise<ExportTable[]> {
    const say: Say = (key) => this.texts.say(actor.locale, `kpis.export.${key}`);
    const page = code === CLIENTS_CODE ? await this.clients.read(actor, period.year) : await this.pages.read(actor, code, period, by);
    const layout = code === CLIENTS_CODE ? 'institution' : by;
    return [
      wholeTable(page, say),
      partsTable(
        say(`by-${layout}`),
        page,
        page.rows.map((row) => [row.name, row]),
        say,
      ),
      partsTable(
        say('trend'),
        page,
        page.trend.map((point) => [point.period, point.figure]),
        say,
      ),
    ];
  }
}

function columnsOf(unit: Unit, say: Say): string[] {
  if (unit === 'percent') return SHARE.map(say);
  return LENGTH.map((name) => (name === 'n' ? say(name) : `${say(name)}, ${say(unit === 'days' ? 'in-days' : 'in-hours')}`));
}

function cellsOf(unit: Unit, { numerator, denominator, value, low, high, n, spread }: Figure): Cell[] {
  if (unit === 'percent') return [numerator, denominator, value, low, high];
  const length = (of: number | null | undefined): Cell => (of == null ? null : Math.round((of / IN_ONE[unit]) * 100) / 100);
  return [n, length(spread?.median), length(spread?.p90), length(spread?.mean)];
}

function wholeTable({ code, name, unit, period, target, definitionVersion, asOf, overall }: KpiPage, say: Say): ExportTable {
  return {
    title: say('whole'),
    columns: [say('code'), say('indicator'), say('period'), ...columnsOf(unit, say), say('target'), say('definition'), say('as-of')],
    rows: [[code, name, period, ...cellsOf(unit, overall), target, definitionVersion, { at: asOf }]],
  };
}

function partsTable(title: string, { unit }: KpiPage, rows: readonly (readonly [string, Figure])[], say: Say): ExportTable {
  return { title, columns: [title, ...columnsOf(unit, say)], rows: rows.map(([name, figure]) => [name, ...cellsOf(unit, figure)]) };
}
