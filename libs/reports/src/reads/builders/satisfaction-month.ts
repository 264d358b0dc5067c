import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { IndicatorFigures } from '#kpis';
import type { ReportSection } from '../../domain/report-document.js';
import type { Say } from '../figure-words.js';
import { IndicatorSections, rowsOf } from '../indicator-sections.js';
import type { BuiltReport, ReportBuilder } from '../report-builder.js';

/** What stands beside KPI-02: how many, of which, and the share (DOMAIN 5). */
const BESIDE = [
  ['satisfiedRatings', 'ratings', 'satisfiedRatingShare'],
  ['goodRatings', 'ratings', 'goodRatingShare'],
  ['ratedTickets', 'resolvedTickets', 'responseShare'],
] as const;

/** KPI-02 of a month: the whole, by institution, service and group, and what stands beside it. */
@Injectable()
export class SatisfactionMonth implements ReportBuilder {
  readonly code = 'satisfaction-month';
  readonly version = 1;
  readonly period = 'month';
  readonly rights = [];
  readonly opinions = true;
  readonly ofFigures = true;

  constructor(private readonly indicators: IndicatorSections) {}

  async build(actor: Actor, period: string, say: Say): Promise<BuiltReport> {
    const figures = await this.indicators.read(actor, 'KPI-02', period, ['institution', 'service', 'group']);
    return {
      definitions: [{ code: figures.code, version: figures.definitionVersion }],
      dataAt: figures.asOf,
      conclusion: [
        await this.indicators.sentence(actor, figures, period, say),
        ...figures.parts.flatMap((part) => this.indicators.apart(figures, part, say)),
      ],
      sections: [
        this.indicators.summary(say('section.whole'), [figures], period, say),
        besideSection(figures, period, say),
        ...figures.parts.map((part) => this.indicators.part(figures, part, period, say)),
      ],
    };
  }
}

/** Shares of ratings and the response rate, which do not count people as KPI-02 does. */
export function besideSection({ code, overall }: IndicatorFigures, period: string, say: Say): ReportSection {
  const { extra } = overall;
  return {
    title: say('section.beside'),
    note: null,
    opens: rowsOf(code, period),
    columns: [
      { title: say('column.what'), kind: 'text' },
      { title: say('column.hits'), kind: 'count' },
      { title: say('column.of'), kind: 'count' },
      { title: say('column.share'), kind: 'percent' },
    ],
    rows: BESIDE.map(([hits, of, share]) => ({
      cells: [say(`beside.${hits}`), extra[hits] ?? null, extra[of] ?? null, extra[share] ?? null],
      opens: null,
    })),
  };
}
