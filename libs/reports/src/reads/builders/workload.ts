import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Figure } from '#kernel';
import type { IndicatorFigures } from '#kpis';
import type { ReportCell, ReportSection } from '../../domain/report-document.js';
import { earliest, figureCells, figureColumns, type Say } from '../figure-words.js';
import { IndicatorSections, pageOf, type Part, rowsOf } from '../indicator-sections.js';
import type { BuiltReport, ReportBuilder } from '../report-builder.js';

/** The bands of KPI-07 (DOMAIN 5), in calendar days. */
const BANDS = ['days0to2', 'days3to7', 'days8to30', 'over30'] as const;

/** What is open and how old it is, and how soon what comes is answered and resolved. */
@Injectable()
export class Workload implements ReportBuilder {
  readonly code = 'workload';
  readonly version = 1;
  readonly period = 'month';
  readonly rights = [];
  readonly opinions = false;
  readonly ofFigures = true;

  constructor(private readonly indicators: IndicatorSections) {}

  async build(actor: Actor, period: string, say: Say): Promise<BuiltReport> {
    const [backlog, answer, resolution, first, reopened] = await Promise.all([
      this.indicators.read(actor, 'KPI-07', period, ['group', 'service', 'institution', 'priority']),
      this.indicators.read(actor, 'KPI-05', period),
      this.indicators.read(actor, 'KPI-06', period, ['group']),
      this.indicators.read(actor, 'KPI-04', period),
      this.indicators.read(actor, 'KPI-08', period),
    ]);
    const all = [backlog, answer, resolution, first, reopened];
    return {
      definitions: all.map(({ code, definitionVersion: version }) => ({ code, version })),
      dataAt: earliest(all),
      conclusion: await Promise.all(
        [backlog, answer, resolution, first, reopened].map((one) => this.indicators.sentence(actor, one, period, say)),
      ),
      sections: [
        bandsSection(backlog, say('section.backlog'), null, [{ ...backlog.overall, key: null, name: say('about.whole') }], period, say),
        ...backlog.parts.map((part) =>
          bandsSection(backlog, `${say('section.backlog')}: ${say(`parted.${part.by}`)}`, part.by, part.rows, period, say),
        ),
        this.indicators.summary(say('section.lengths'), [answer, resolution], period, say),
        ...resolution.parts.map((part) =>
          this.indicators.part(resolution, part, period, say, `${resolution.name}: ${say(`parted.${part.by}`)}`),
        ),
        this.indicators.summary(say('section.shares'), [first, reopened], period, say),
      ],
    };
  }
}

/** The backlog by age. */
function bandsSection(
  figures: IndicatorFigures,
  title: string,
  by: Part['by'] | null,
  rows: readonly (Figure & { readonly key: string | null; readonly name: string })[],
  period: string,
  say: Say,
): ReportSection {
  return {
    title,
    note: null,
    opens: pageOf(figures.code, period, by ?? 'group'),
    columns: [
      { title: say(by === null ? 'column.what' : `column.${by}`), kind: 'text' },
      ...figureColumns(figures, say),
      ...BANDS.map((band) => ({ title: say(`column.${band}`), kind: 'count' as const })),
    ],
    rows: rows.map((row) => ({
      cells: [row.name, ...figureCells(figures, row, say), ...BANDS.map((band): ReportCell => row.extra[band] ?? null)],
      opens: rowsOf(figures.code, period, by === null ? undefined : { by, key: row.key, name: row.name }),
    })),
  };
}
