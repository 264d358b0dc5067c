import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { IndicatorFigures, KpiCode } from '#kpis';
import type { ReportCell, ReportColumn, ReportSection } from '../../domain/report-document.js';
import { clearlyWorse, earliest, lengthCell, type Say } from '../figure-words.js';
import { IndicatorSections, noteOf, pageOf } from '../indicator-sections.js';
import type { BuiltReport, ReportBuilder } from '../report-builder.js';

const CODES: readonly KpiCode[] = ['KPI-09', 'KPI-06', 'KPI-04', 'KPI-08', 'KPI-02', 'KPI-07'];
const SIDES = ['group', 'service'] as const;

/** The main indicators of each group and each service side by side, each with how many it counts. */
@Injectable()
export class GroupsServices implements ReportBuilder {
  readonly code = 'groups-services';
  readonly version = 1;
  readonly period = 'month';
  readonly rights = [];
  readonly opinions = true;
  readonly ofFigures = true;

  constructor(private readonly indicators: IndicatorSections) {}

  async build(actor: Actor, period: string, say: Say): Promise<BuiltReport> {
    const all = await Promise.all(CODES.map((code) => this.indicators.read(actor, code, period, SIDES)));
    const compliance = all[0]!;
    return {
      definitions: all.map(({ code, definitionVersion: version }) => ({ code, version })),
      dataAt: earliest(all),
      conclusion: [
        await this.indicators.sentence(actor, compliance, period, say),
        ...all.flatMap((figures) => figures.parts.flatMap((part) => this.indicators.apart(figures, part, say))),
        ...(all.every((figures) => figures.parts.every(({ rows }) => clearlyWorse(figures, rows).length === 0)) ? [say('apart.none')] : []),
      ],
      sections: SIDES.map((by, at) => sideSection(by, at, all, period, say)),
    };
  }
}

function sideSection(by: (typeof SIDES)[number], at: number, all: readonly IndicatorFigures[], period: string, say: Say): ReportSection {
  const parts = all.map((figures) => figures.parts[at]!.rows);
  const names = new Map(parts.flatMap((rows) => rows.map(({ key, name }) => [key, name] as const)));
  const sorted = [...names].sort(([, a], [, b]) => a.localeCompare(b, 'lv'));
  return {
    title: say(`by.${by}`),
    note: [noteOf(parts.flat(), say), say('note.side-by-side')].filter((note) => note !== null).join(' '),
    opens: pageOf('KPI-09', period, by),
    columns: [{ title: say(`column.${by}`), kind: 'text' }, ...all.flatMap((figures) => valueColumns(figures, say))],
    rows: sorted.map(([key, name]) => ({
      cells: [
        name,
        ...all.flatMap((figures, one) =>
          valueCells(
            figures,
            parts[one]!.find((row) => row.key === key),
          ),
        ),
      ],
      opens: `/reports/indicators?${new URLSearchParams({ period, code: 'KPI-09', by, rows: key ?? '', name }).toString()}`,
    })),
  };
}

function valueColumns({ code, unit }: IndicatorFigures, say: Say): ReportColumn[] {
  const kind = unit === 'percent' ? 'percent' : unit === 'days' ? 'days' : 'hours';
  return [
    { title: say(`brief.${code}`), kind },
    { title: say(`brief.${code}.n`), kind: 'count' },
  ];
}

function valueCells({ unit }: IndicatorFigures, row: IndicatorFigures['overall'] | undefined): ReportCell[] {
  return row === undefined ? [null, null] : [unit === 'percent' ? row.value : lengthCell(unit, row.spread?.median), row.n];
}
