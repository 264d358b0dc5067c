import type { Kpi } from '../data/types';
import type { Format } from '../format';
import type { DeskTexts } from '../texts';
import { shortMonth } from './months';

/** "SLA compliance rose from 88.0 % (…) to 91.2 % (…)". */
export function trendSentence({ trend }: Pick<Kpi, 'trend'>, name: string, texts: DeskTexts, format: Format): string {
  const known = trend.filter((point) => point.figure.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return texts.t('trend.unknown', { name });
  const change = (last.figure.value ?? 0) - (first.figure.value ?? 0);
  const key = Math.abs(change) < 0.05 ? 'trend.same' : change > 0 ? 'trend.rose' : 'trend.fell';
  return texts.t(key, {
    name,
    from: format.percent(first.figure.value ?? 0),
    fromMonth: shortMonth(first.period, texts),
    to: format.percent(last.figure.value ?? 0),
    toMonth: shortMonth(last.period, texts),
  });
}
