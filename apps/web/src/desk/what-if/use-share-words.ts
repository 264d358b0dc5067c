import { useFormat } from '../format';
import { useTexts } from '../texts';
import type { SharedFigure } from './what-if-queries';

/** A share as it may be shown: percent and interval, or counts where the clocks are few (the server has decided). */
export function useShareWords(): (figure: SharedFigure) => { readonly main: string; readonly interval: string | null } {
  const { t } = useTexts();
  const { percent, number } = useFormat();
  return ({ percent: share, met, n, low, high }) => ({
    main: share !== null ? percent(share) : n === 0 ? t('figure.none') : t('figure.counts', { hits: number(met), n: number(n) }),
    interval: low !== null && high !== null ? `[${number(low, 1)}; ${number(high, 1)}]` : null,
  });
}
