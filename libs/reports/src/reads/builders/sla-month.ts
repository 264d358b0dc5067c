import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { type BothFigures, type SlaCompliance, SlaComplianceReport, type Month } from '#kpis';
import type { ReportColumn, ReportSection } from '../../domain/report-document.js';
import { figureCells, figureColumns, type Say } from '../figure-words.js';
import { IndicatorSections } from '../indicator-sections.js';
import type { BuiltReport, ReportBuilder } from '../report-builder.js';

const SHARE = { code: 'KPI-09', unit: 'percent' } as const;
const PARTS = ['kind', 'institution', 'service', 'group', 'priority'] as const;

/** KPI-09 of a month (DOMAIN 4.6): by the promises in force and by the first ones, by each dimension, and what was left out. */
@Injectable()
export class SlaMonth implements ReportBuilder {
  readonly code = 'sla-month';
  readonly version = 1;
  readonly period = 'month';
  readonly rights = [];
  readonly opinions = false;
  readonly ofFigures = true;

  constructor(
    private readonly compliance: SlaComplianceReport,
    private readonly indicators: IndicatorSections,
  ) {}

  async build(actor: Actor, period: string, say: Say): Promise<BuiltReport> {
    const month = period as Month;
    const figures = await this.indicators.read(actor, 'KPI-09', period, ['institution', 'group']);
    const report = await this.compliance.read(actor, month, 'institution');
    const selection = await this.compliance.selection(actor, month);
    const sections: ReportSection[] = [wholeSection(report, say)];
    for (const by of PARTS) {
      const rows =
        by === 'institution'
          ? report.rows
          : by === 'kind'
            ? report.byKind
            : await this.compliance.both(actor, selection, by, report.target);
      sections.push(partSection(by, rows, month, say));
    }
    return {
      definitions: [{ code: figures.code, version: figures.definitionVersion }],
      dataAt: figures.asOf,
      conclusion: [
        await this.indicators.sentence(actor, figures, period, say),
        ...figures.parts.flatMap((part) => this.indicators.apart(figures, part, say)),
        say(report.frozen ? 'sentence.frozen' : 'sentence.alive'),
      ],
      sections: [...sections, listsSection(report, say)],
    };
  }
}

function wholeSection({ month, overall, agreed }: SlaCompliance, say: Say): ReportSection {
  return {
    title: say('section.whole'),
    note: null,
    opens: `/reports/compliance?month=${month}`,
    columns: [{ title: say('column.promise'), kind: 'text' }, ...figureColumns(SHARE, say)],
    rows: [
      {
        cells: [say('promise.amended'), ...figureCells(SHARE, overall, say)],
        opens: `/reports/rows?code=KPI-09&period=${month}&from=compliance`,
      },
      {
        cells: [say('promise.agreed'), ...figureCells(SHARE, agreed, say)],
        opens: `/reports/rows?code=KPI-09&period=${month}&as=agreed&from=compliance`,
      },
    ],
  };
}

function partSection(by: (typeof PARTS)[number], rows: readonly BothFigures[], month: string, say: Say): ReportSection {
  const agreed: ReportColumn = { title: say('column.share-agreed'), kind: 'percent' };
  return {
    title: say(`by.${by}`),
    note: null,
    opens: `/reports/compliance?month=${month}&by=${by}`,
    columns: [{ title: say(`column.${by}`), kind: 'text' }, ...figureColumns(SHARE, say), agreed],
    rows: rows.map((row) => ({
      cells: [row.name, ...figureCells(SHARE, row, say), row.agreed.value],
      opens: `/reports/rows?${new URLSearchParams({ code: 'KPI-09', period: month, by, key: row.key ?? '', name: row.name, from: 'compliance' }).toString()}`,
    })),
  };
}

const LISTS: Readonly<Record<keyof SlaCompliance['counts'], string>> = {
  openBreached: 'open_breached',
  pausedUndecided: 'paused_undecided',
  cancelled: 'cancelled',
  merged: 'merged',
  tests: 'test',
  voided: 'voided',
  reopenedAfterFreeze: 'reopened_after_freeze',
  changedSide: 'changed_side',
  withoutClock: 'without_clock',
};

function listsSection({ month, counts }: SlaCompliance, say: Say): ReportSection {
  return {
    title: say('section.lists'),
    note: say('note.lists'),
    opens: `/reports/compliance?month=${month}`,
    columns: [
      { title: say('column.list'), kind: 'text' },
      { title: say('column.count'), kind: 'count' },
    ],
    rows: Object.entries(LISTS).map(([name, list]) => ({
      cells: [say(`list.${name}`), counts[name as keyof typeof LISTS]],
      opens: `/reports/rows?code=KPI-09&period=${month}&list=${list}&from=compliance`,
    })),
  };
}
