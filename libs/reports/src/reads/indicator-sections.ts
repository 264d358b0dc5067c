import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Figure } from '#kernel';
import {
  type IndicatorFigures,
  IndicatorFiguresReader,
  type KpiCode,
  type Layout,
  monthsAfter,
  type Month,
  type Period,
  readPeriod,
} from '#kpis';
import type { ReportSection } from '../domain/report-document.js';
import { clearlyWorse, figureCells, figureColumns, figureSentence, type Say } from './figure-words.js';

export type Part = IndicatorFigures['parts'][number];

/** Sections and sentences that several reports make of an indicator. */
@Injectable()
export class IndicatorSections {
  constructor(private readonly indicators: IndicatorFiguresReader) {}

  read(actor: Actor, code: KpiCode, period: string, layouts: readonly Layout[] = []): Promise<IndicatorFigures> {
    return this.indicators.read(actor, code, readPeriod(period), layouts);
  }

  /** The figure in a sentence, beside what it was in the period before. */
  async sentence(actor: Actor, figures: IndicatorFigures, period: string, say: Say): Promise<string> {
    const before = await this.indicators.read(actor, figures.code, periodBefore(readPeriod(period)));
    return figureSentence(actor.locale, figures, before.overall, say);
  }

  /** All indicators as lines of one table. Only for indicators of one unit. */
  summary(title: string, all: readonly IndicatorFigures[], period: string, say: Say): ReportSection {
    const [first] = all;
    return {
      ...{ title, note: null, opens: null },
      columns: [{ title: say('column.indicator'), kind: 'text' }, ...(first ? commonColumns(first, say) : [])],
      rows: all.map((one) => ({ cells: [one.name, ...figureCells(one, one.overall, say)], opens: rowsOf(one.code, period) })),
    };
  }

  /** The parts of an indicator by one layout. */
  part(figures: IndicatorFigures, { by, rows }: Part, period: string, say: Say, title = say(`by.${by}`)): ReportSection {
    return {
      title,
      note: noteOf(rows, say),
      opens: pageOf(figures.code, period, by),
      columns: [{ title: say(`column.${by}`), kind: 'text' }, ...figureColumns(figures, say)],
      rows: rows.map((row) => ({
        cells: [row.name, ...figureCells(figures, row, say)],
        opens: row.display === 'hidden' ? null : rowsOf(figures.code, period, { by, key: row.key, name: row.name }),
      })),
    };
  }

  /** Which parts lie clearly apart; nothing where none does. */
  apart(figures: IndicatorFigures, { by, rows }: Part, say: Say): string[] {
    const names = clearlyWorse(figures, rows);
    return names.length === 0 ? [] : [say(`apart.${by}`, { name: figures.name, names: names.join(', '), count: names.length })];
  }
}

/** Indicators of one unit may count unlike things; their columns then have plain names. */
function commonColumns(figures: IndicatorFigures, say: Say): ReportSection['columns'] {
  const [numerator, denominator, ...rest] = figureColumns(figures, say);
  if (figures.unit !== 'percent') return [numerator!, denominator!, ...rest];
  return [{ ...numerator!, title: say('column.hits') }, { ...denominator!, title: say('column.of') }, ...rest];
}

/** What has to be said of figures that may not be shown whole. */
export function noteOf(rows: readonly Pick<Figure, 'display'>[], say: Say): string | null {
  return rows.some(({ display }) => display === 'hidden') ? say('note.hidden') : null;
}

/** The page of an indicator. */
export function pageOf(code: string, period: string, by: Layout): string {
  return `/reports/indicators?${new URLSearchParams({ period, code, by }).toString()}`;
}

/** The page of an indicator with the rows of one part open, or of the whole. */
export function rowsOf(
  code: string,
  period: string,
  part?: { readonly by: Layout; readonly key: string | null; readonly name: string },
): string {
  const chosen: Record<string, string> = part ? { by: part.by, rows: part.key ?? '', name: part.name } : { rows: '*' };
  return `/reports/indicators?${new URLSearchParams({ period, code, ...chosen }).toString()}`;
}

function periodBefore({ kind, text, year }: Period): Period {
  return readPeriod(kind === 'year' ? String(year - 1) : monthsAfter(text as Month, -1));
}
