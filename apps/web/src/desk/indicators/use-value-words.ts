import type { Figure } from '../data/types';
import { useFormat } from '../format';
import { extraOf } from '../reports/ratings';
import { useFigureWords } from '../reports/use-figure-words';
import { useTexts } from '../texts';
import type { Summary } from './indicator-queries';

type Unit = Summary['unit'];

const SECONDS_IN_DAY = 86_400;

export interface ValueWords {
  /** The figure itself: a share, a median, how many are open. */
  main: string;
  /** What stands beside it: interval, percentile and mean, n, why less than everything is shown. */
  beside: string[];
}

/** A length in the unit of an indicator. */
export function useLengthWords(): (value: number, unit: Unit) => string {
  const { t } = useTexts();
  const { number, brief } = useFormat();
  const days = (value: number): string => t('indicators.days', { count: value, n: number(value, Number.isInteger(value) ? 0 : 1) });
  return (value, unit) => {
    // A day of the wall clock has 24 hours; contract time is never told in days (DOMAIN 4.1).
    if (unit === 'elapsed' && value >= SECONDS_IN_DAY) return days(Math.round((value / SECONDS_IN_DAY) * 10) / 10);
    return unit === 'days' ? days(value) : brief(Math.round(value));
  };
}

/** What stands beside shares of changes: KPI-11 without standard ones, and how many incidents there were. */
function useChangesBeside(): (of: Pick<Summary, 'code'>, figure: Figure) => string[] {
  const { t } = useTexts();
  const { percent, number } = useFormat();
  return ({ code }, figure) => {
    const [rest, share, incidents] = ['withoutStandard', 'withoutStandardShare', 'incidents'].map((name) => extraOf(figure, name));
    if (code === 'KPI-11' && rest && share !== null && share !== undefined)
      return [t('indicators.withoutStandard', { value: percent(share) })];
    if (code === 'KPI-11' && rest) return [t('indicators.withoutStandardOf', { hits: number(figure.numerator ?? 0), n: number(rest) })];
    return code === 'CHG-INCIDENT' && incidents ? [t('indicators.incidents', { count: incidents, n: number(incidents) })] : [];
  };
}

/** What may be shown of a figure, in words, whether it is a share or a length (DOMAIN 5); the server has decided how much. */
export function useValueWords(): (figure: Figure, of: Pick<Summary, 'unit' | 'code'>) => ValueWords {
  const { t } = useTexts();
  const { number } = useFormat();
  const share = useFigureWords();
  const length = useLengthWords();
  const ofChanges = useChangesBeside();
  return (figure, { unit, code }) => {
    if (unit === 'percent' || figure.display === 'none') {
      const words = share(figure, code === 'KPI-02' || code === 'KPI-01' ? 'KPI-02' : 'KPI-09');
      return {
        main: words.main,
        beside: [words.interval, words.n, words.remark, ...ofChanges({ code }, figure)].filter((one) => one !== null),
      };
    }
    const { median = null, p90 = null, mean = null } = figure.spread ?? {};
    const n = figure.n ?? 0;
    const few = median === null ? [t('indicators.few')] : figure.display === 'small' ? [t('figure.small')] : [];
    const spread = [
      ...(p90 === null ? [] : [t('indicators.p90', { value: length(p90, unit) })]),
      ...(mean === null ? [] : [t('indicators.mean', { value: length(roundedMean(mean, unit), unit) })]),
    ];
    if (unit === 'days') {
      const half = median === null ? [] : [`${t('indicators.median')} ${length(median, unit)}`];
      return { main: t('indicators.open', { count: n, n: number(n) }), beside: [...half, ...spread, ...few] };
    }
    const main = median === null ? t('indicators.few') : length(median, unit);
    return { main, beside: [...spread, t('figure.n', { n: number(n) }), ...(median === null ? [] : few)] };
  };
}

function roundedMean(mean: number, unit: Unit): number {
  return unit === 'days' ? Math.round(mean * 10) / 10 : mean;
}

/** What a trend draws of a figure: the share, the median, of the backlog how many. */
export function trendValue({ value, spread, n, display }: Figure, unit: Unit): number | null {
  if (unit === 'percent') return value;
  if (unit !== 'days') return spread?.median ?? null;
  return display === 'none' ? 0 : n;
}
