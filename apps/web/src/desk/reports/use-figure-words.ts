import type { Figure } from '../data/types';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import type { Code } from './report-search';

export interface FigureWords {
  /** The figure itself: a share, "7 of 8", "hidden", "no data". */
  main: string;
  /** The 95 % interval, where it may be shown. */
  interval: string | null;
  n: string | null;
  /** Why less than everything is shown. */
  remark: string | null;
}

/** What may be shown of a figure, in words (DOMAIN 5, "small numbers, everywhere"); the server has decided how much. */
export function useFigureWords(): (figure: Figure, code: Code) => FigureWords {
  const { t } = useTexts();
  const { percent, number } = useFormat();
  return (figure, code) => {
    const { display, value, low, high, n, numerator, denominator } = figure;
    if (display === 'hidden') return { main: t('figure.hidden'), interval: null, n: null, remark: t('figure.hiddenWhy') };
    if (display === 'none') return { main: t('figure.none'), interval: null, n: null, remark: null };
    const interval = low !== null && high !== null ? `[${number(low, 1)}; ${number(high, 1)}]` : null;
    const count = n === null ? null : t('figure.n', { n: number(n) });
    if (display === 'counts') {
      const main = t('figure.counts', { hits: number(numerator ?? 0), n: number(denominator ?? 0) });
      return { main, interval, n: count, remark: t(code === 'KPI-02' ? 'figure.tooFew' : 'figure.tooFewClocks') };
    }
    return {
      main: value === null ? t('figure.none') : percent(value),
      interval,
      n: count,
      remark: display === 'small' ? t('figure.small') : null,
    };
  };
}
