import { useFormat } from '../format';
import { useTexts } from '../texts';
import type { Figure } from './routing-queries';

/** A share with its counts, as far as so few may be shown (the server has decided). */
export function useFigureWords(): (figure: Figure) => string {
  const { t } = useTexts();
  const { percent, number } = useFormat();
  return ({ value, numerator, denominator }) => {
    if (!denominator) return t('figure.none');
    const counts = t('figure.counts', { hits: number(numerator ?? 0), n: number(denominator) });
    return value === null ? counts : `${percent(value)} (${counts})`;
  };
}
