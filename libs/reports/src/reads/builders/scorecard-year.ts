import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock, type Instant, parseInstant } from '#kernel';
import { ScorecardReader } from '#processes';
import type { ReportCell, ReportColumn, ReportSection } from '../../domain/report-document.js';
import type { Say } from '../figure-words.js';
import type { BuiltReport, ReportBuilder } from '../report-builder.js';

type Page = Awaited<ReturnType<ScorecardReader['page']>>;
type Indicator = Page['goals'][number]['goals'][number]['indicators'][number];
type Year = Indicator['years'][number];

/** The scorecard of a year: each indicator against its target, by goals (DOMAIN 2.2, A5). */
@Injectable()
export class ScorecardOfYear implements ReportBuilder {
  readonly code = 'scorecard';
  readonly version = 1;
  readonly period = 'year';
  readonly rights = ['scorecard.read'] as const;
  readonly opinions = true;
  readonly ofFigures = false;

  constructor(
    private readonly clock: Clock,
    private readonly scorecards: ScorecardReader,
  ) {}

  async build(actor: Actor, period: string, say: Say): Promise<BuiltReport> {
    const { items } = await this.scorecards.list(actor);
    const pages = await Promise.all(items.map(({ id }) => this.scorecards.page(actor, id, Number(period))));
    const years = pages.flatMap((page) => indicatorsOf(page).flatMap(({ years: all }) => all.at(-1)?.figure ?? []));
    return {
      definitions: [],
      dataAt: earliestOf(years.map(({ dataAt }) => parseInstant(dataAt))) ?? this.clock.now(),
      conclusion: pages.flatMap(({ conclusion }) => conclusion),
      sections: pages.flatMap((page) => page.goals.map((top) => goalSection(page, top, say))),
    };
  }
}

function indicatorsOf({ goals }: Page): Indicator[] {
  return goals.flatMap(({ goals: inner }) => inner.flatMap(({ indicators }) => indicators));
}

function earliestOf(all: readonly Instant[]): Instant | undefined {
  return all.length === 0 ? undefined : all.reduce((first, at) => (at < first ? at : first));
}

function goalSection({ name, year, columns }: Page, top: Page['goals'][number], say: Say): ReportSection {
  const opens = `/reports/scorecard?year=${year}`;
  return {
    title: top.name,
    note: name,
    opens,
    columns: [
      { title: say('column.indicator'), kind: 'text' },
      { title: say('column.goal'), kind: 'text' },
      { title: say('column.unit'), kind: 'text' },
      ...columns.flatMap((one): ReportColumn[] => [
        { title: say('column.target-of', { year: one }), kind: 'text' },
        { title: say('column.value-of', { year: one }), kind: 'text' },
      ]),
      { title: say('column.n'), kind: 'count' },
      { title: say('column.low'), kind: 'low' },
      { title: say('column.high'), kind: 'high' },
      { title: say('column.assessment'), kind: 'text' },
    ],
    rows: top.goals.flatMap((goal) =>
      goal.indicators.map((indicator) => ({
        cells: [
          indicator.name,
          goal.name,
          unitOf(indicator, say),
          ...indicator.years.flatMap((one) => yearCells(indicator, one)),
          ...lastCells(indicator, say),
        ],
        opens: indicator.years.at(-1)?.figure?.rowsPath ?? opens,
      })),
    ),
  };
}

function unitOf({ kind, unit }: Indicator, say: Say): string {
  return kind === 'milestone' ? say('unit.milestone') : say(`unit.${unit ?? 'count'}`);
}

/** Target and value; of a milestone the year by which it is due, and the day on which it was reached. */
function yearCells({ kind, dueYear }: Indicator, { year, target, figure }: Year): ReportCell[] {
  if (kind === 'milestone') return [dueYear === year ? String(year) : null, figure?.achievedOn ?? null];
  return [target, figure?.value ?? null];
}

function lastCells({ years }: Indicator, say: Say): ReportCell[] {
  const last = years.at(-1);
  const figure = last?.figure ?? null;
  const words = [
    ...(last?.status ? [say(`status.${last.status}`)] : []),
    ...(figure && figure.display !== 'full' ? [say(`display.${figure.display}`)] : []),
    ...(figure?.source ? [say('assessment.source', { source: figure.source })] : []),
  ];
  return [figure?.n ?? null, figure?.low ?? null, figure?.high ?? null, words.join('; ')];
}
