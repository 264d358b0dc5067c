import type { Locale } from '#identity';
import type { Figure, Instant } from '#kernel';
import type { IndicatorFigures, Unit } from '#kpis';
import type { ReportCell, ReportColumn } from '../domain/report-document.js';
import { numberWords, shareWords } from '../domain/number-words.js';

/** Says a text of this module in the reader's language. */
export type Say = (key: string, params?: Readonly<Record<string, unknown>>) => string;

const SECONDS_PER_HOUR = 3_600;

/** What of a figure is told of an indicator that is no share. */
const LENGTHS = ['median', 'p90', 'mean'] as const;

type Told = Pick<IndicatorFigures, 'code' | 'unit'>;

/** Columns of an indicator: counts, share, interval and what to make of it, or how lengths lie. */
export function figureColumns({ code, unit }: Told, say: Say): ReportColumn[] {
  if (unit !== 'percent')
    return [
      { title: say('column.n'), kind: 'count' },
      ...LENGTHS.map((name): ReportColumn => ({
        title: say(`column.${name}-${unit === 'days' ? 'days' : 'hours'}`),
        kind: lengthKind(unit),
      })),
    ];
  return [
    { title: say(`column.${code}.numerator`), kind: 'count' },
    { title: say(`column.${code}.denominator`), kind: 'count' },
    ...shareColumns(say),
  ];
}

export function shareColumns(say: Say): ReportColumn[] {
  return [
    { title: say('column.share'), kind: 'percent' },
    { title: say('column.low'), kind: 'low' },
    { title: say('column.high'), kind: 'high' },
    { title: say('column.assessment'), kind: 'text' },
  ];
}

/** The cells of `figureColumns`. */
export function figureCells({ unit }: Pick<Told, 'unit'>, figure: Figure, say: Say): ReportCell[] {
  if (unit !== 'percent') return [figure.n, ...LENGTHS.map((name) => lengthCell(unit, figure.spread?.[name]))];
  return [figure.numerator, figure.denominator, ...shareCells(figure, say)];
}

export function shareCells(figure: Figure, say: Say): ReportCell[] {
  return [figure.value, figure.low, figure.high, assessment(figure, say)];
}

/** A length as reports tell it: in hours, an age in calendar days. */
export function lengthCell(unit: Unit, value: number | null | undefined): number | null {
  if (value == null) return null;
  return Math.round((unit === 'days' ? value : value / SECONDS_PER_HOUR) * 10) / 10;
}

function lengthKind(unit: Unit): 'days' | 'hours' {
  return unit === 'days' ? 'days' : 'hours';
}

/** How the figure stands to its target, and how much may be made of so few (DOMAIN 5). */
function assessment({ status, display }: Figure, say: Say): string {
  const words = [...(status === null ? [] : [say(`status.${status}`)]), ...(display === 'full' ? [] : [say(`display.${display}`)])];
  return words.join('; ');
}

/** The figure in a sentence, with what it was before and what it should be. */
export function figureSentence(locale: Locale, { name, unit, overall, target }: IndicatorFigures, before: Figure | null, say: Say): string {
  const { display, numerator, denominator, value, low, high, n, status, spread } = overall;
  if (display === 'none' || display === 'hidden') return say(`sentence.${display}`, { name });
  if (unit !== 'percent') return lengthSentence(locale, { name, unit, n, spread }, say);
  if (value === null) return say('sentence.counts', { name, numerator, denominator });
  const share = say('sentence.share', {
    ...{ name, numerator, denominator, value: shareWords(locale, value) },
    ...{ low: shareWords(locale, low ?? 0), high: shareWords(locale, high ?? 0) },
  });
  const goal = target === null || status === null ? [] : [say(`sentence.target.${status}`, { target: numberWords(locale, target) })];
  const then = before?.value == null ? [] : [say('sentence.before', { value: shareWords(locale, before.value) })];
  return [share, ...goal, ...then].join(' ');
}

function lengthSentence(
  locale: Locale,
  { name, unit, n, spread }: { name: string; unit: Unit; n: number | null; spread: Figure['spread'] },
  say: Say,
): string {
  const [median, p90] = [lengthCell(unit, spread?.median), lengthCell(unit, spread?.p90)];
  if (median === null) return say('sentence.few-lengths', { name, n });
  const words = { name, n, median: numberWords(locale, median) };
  const of = unit === 'days' ? 'days' : 'hours';
  return p90 === null ? say(`sentence.median-${of}`, words) : say(`sentence.lengths-${of}`, { ...words, p90: numberWords(locale, p90) });
}

/**
 * Names of the parts that lie clearly on the bad side of the whole: their intervals have nothing in common with that of the whole. By chance
 * alone some part is always the lowest, which is not worth a sentence.
 */
export function clearlyWorse({ overall, better, unit }: IndicatorFigures, rows: readonly (Figure & { readonly name: string })[]): string[] {
  if (unit !== 'percent' || overall.low === null || overall.high === null) return [];
  const { low, high } = overall;
  return rows
    .filter((row) => row.value !== null && row.low !== null && row.high !== null)
    .filter((row) => (better === 'higher' ? row.high! < low : row.low! > high))
    .map(({ name }) => name);
}

/** What is told of several is told as of the earliest of their data. */
export function earliest(all: readonly { readonly asOf: Instant }[]): Instant {
  return all.reduce((at, { asOf }) => (asOf < at ? asOf : at), all[0]!.asOf);
}
