import type { Kpi } from '../../data/types';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import { monthName } from '../months';
import { extraOf } from '../ratings';
import { useFigureWords } from '../use-figure-words';

/** The month in three sentences: how many are satisfied and against what, against the month before, how many answered. */
export function useConclusion(kpi: Kpi, month: string): string {
  const texts = useTexts();
  const { t } = texts;
  const { percent, number } = useFormat();
  const words = useFigureWords()(kpi.overall, 'KPI-02');
  const { value, display, status } = kpi.overall;
  if (display === 'none') return t('satisfaction.saidNone', { month: monthName(month, texts) });
  if (display === 'hidden') return t('satisfaction.saidHidden', { month: monthName(month, texts) });
  const said = [
    value === null
      ? t('satisfaction.saidCounts', { month: monthName(month, texts), figure: words.main })
      : t('satisfaction.said', { month: monthName(month, texts), figure: words.main, interval: words.interval ?? '', n: words.n ?? '' }),
  ];
  if (kpi.target !== null && status !== null)
    said.push(t('satisfaction.saidTarget', { target: percent(kpi.target, 0), status: t(`status.${status}`).toLowerCase() }));
  const before = kpi.trend.at(-2)?.figure.value ?? null;
  if (before !== null && value !== null) {
    const points = Math.round((value - before) * 10) / 10;
    const key = points > 0 ? 'satisfaction.saidRose' : points < 0 ? 'satisfaction.saidFell' : 'satisfaction.saidSame';
    said.push(t(key, { points: number(Math.abs(points), 1) }));
  }
  const response = extraOf(kpi.overall, 'responseShare');
  if (response !== null) said.push(t('satisfaction.saidResponse', { share: percent(response, 0) }));
  return said.join(' ');
}
