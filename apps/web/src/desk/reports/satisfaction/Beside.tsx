import type { Kpi } from '../../data/types';
import { useFormat } from '../../format';
import { useTexts, type TextKey } from '../../texts';
import { extraOf } from '../ratings';
import c from './satisfaction.module.css';

/** Beside KPI-02, which counts people: what the ratings themselves say, and how many tickets were rated at all (DOMAIN 5). */
export function Beside({ kpi }: { kpi: Kpi }) {
  const { t } = useTexts();
  const { percent, number } = useFormat();
  const share = (name: string): number | null => extraOf(kpi.overall, name);
  const facts: [TextKey, number | null, string | null][] = [
    ['satisfaction.ratingShare', share('satisfiedRatingShare'), ratio(share('satisfiedRatings'), share('ratings'))],
    ['satisfaction.goodShare', share('goodRatingShare'), ratio(share('goodRatings'), share('ratings'))],
    ['satisfaction.response', share('responseShare'), ratio(share('ratedTickets'), share('resolvedTickets'))],
  ];
  function ratio(part: number | null, whole: number | null): string | null {
    return part === null || !whole ? null : t('figure.counts', { hits: number(part), n: number(whole) });
  }
  return (
    <dl className={c.beside}>
      {facts.map(([name, value, counts]) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd className="num">
            <b>{value === null ? (counts ?? t('figure.none')) : percent(value)}</b>
            {value !== null && <small>{counts}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
