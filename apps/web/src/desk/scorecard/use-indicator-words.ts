import { useFormat } from '../format';
import { useTexts } from '../texts';
import type { IndicatorFigure, ScorecardIndicator } from './scorecard-queries';

type Of = Pick<ScorecardIndicator, 'unit' | 'better' | 'kind'>;

/** A day without an hour, at noon, so that it is the same one in Riga. */
export const noonOf = (day: string): string => `${day}T10:00:00Z`;

export interface IndicatorWords {
  value: (of: Of, value: number) => string;
  /** The last day of a year. */
  endOf: (year: number) => string;
  target: (of: Of, target: number | null) => string;
  /** The figure itself, as much of it as may be shown. */
  figure: (of: Of, figure: IndicatorFigure | null) => string;
  /** What stands below it: interval, full count. */
  below: (of: Of, figure: IndicatorFigure | null) => string | null;
  /** n, and whether it is few. */
  sample: (of: Of, figure: IndicatorFigure | null) => string | null;
}

/** Values, targets and intervals of the scorecard in words (DOMAIN 5); the server has decided how much may be said. */
export function useIndicatorWords(): IndicatorWords {
  const { t } = useTexts();
  const { number, percent, date } = useFormat();
  const value: IndicatorWords['value'] = ({ unit }, of) => (unit === 'percent' ? percent(of) : number(of, Number.isInteger(of) ? 0 : 1));
  const bare = (of: number): string => (Number.isInteger(of) ? percent(of, 0) : percent(of));
  return {
    value,
    endOf: (year) => date(noonOf(`${year}-12-31`)),
    target: (of, target) => {
      if (target === null) return '–';
      const words = of.unit === 'percent' ? bare(target) : value(of, target);
      return of.better === 'lower' ? `≤ ${words}` : words;
    },
    figure: (of, figure) => {
      if (!figure) return '–';
      if (of.kind === 'milestone') return figure.achievedOn ? date(noonOf(figure.achievedOn)) : '–';
      if (figure.display === 'hidden') return t('figure.hidden');
      if (figure.display === 'none') return t('figure.none');
      if (figure.display === 'counts')
        return t('figure.counts', { hits: number(figure.numerator ?? 0), n: number(figure.denominator ?? 0) });
      return figure.value === null ? '–' : value(of, figure.value);
    },
    below: (of, figure) => {
      if (!figure || of.kind === 'milestone' || figure.display === 'hidden' || figure.display === 'none') return null;
      if (figure.low !== null && figure.high !== null) return `[${number(figure.low, 1)}; ${number(figure.high, 1)}]`;
      return t(of.unit === 'count' ? 'scorecard.fullCount' : 'scorecard.noInterval');
    },
    sample: (of, figure) => {
      if (!figure || of.unit !== 'percent' || figure.n === null) return null;
      const n =
        figure.effectiveN === null ? t('figure.n', { n: number(figure.n) }) : t('scorecard.effectiveN', { n: number(figure.effectiveN) });
      if (figure.display === 'small') return `${n}, ${t('figure.small')}`;
      return figure.display === 'counts' ? `${n}, ${t('figure.tooFewClocks')}` : n;
    },
  };
}
