import { Link } from '@tanstack/react-router';
import { useFormat } from '../format';
import { floorOf, IntervalBar } from '../reports/IntervalBar';
import { Sparkline } from '../reports/Sparkline';
import { StatusMark } from '../reports/StatusMark';
import { useTexts } from '../texts';
import type { Summary } from './indicator-queries';
import { codes, type IndicatorCode, type IndicatorSearch } from './indicator-search';
import c from './indicators.module.css';
import { latestMeasured, useSurveyWords } from './surveyed';
import { trendValue, useValueWords } from './use-value-words';

function Target({ item }: { item: Summary }) {
  const { t } = useTexts();
  const { percent } = useFormat();
  if (item.target === null) return <span className={c.quiet}>{t('indicators.noTarget')}</span>;
  return (
    <>
      <StatusMark status={item.overall.status} />
      <span className={`${c.quiet} num`}>{t('figure.target', { target: percent(item.target, 0) })}</span>
    </>
  );
}

function Line({ item, code, chosen, search }: { item: Summary; code: IndicatorCode; chosen: boolean; search: IndicatorSearch }) {
  const { t } = useTexts();
  const words = useValueWords()(item.overall, item);
  const survey = useSurveyWords()(item);
  return (
    <li data-chosen={chosen || undefined}>
      <Link
        to="/reports/indicators"
        search={{ ...(search.period ? { period: search.period } : {}), code }}
        aria-current={chosen || undefined}
        replace
      >
        <span className={c.name}>
          <b>{item.name}</b>
          <small className="num">
            {code}
            {item.better === 'lower' && ` · ${t('indicators.lowerBetter')}`}
          </small>
        </span>
        <span className={`${c.value} num`}>{words.main}</span>
        <span className={c.target}>
          <Target item={item} />
        </span>
        <span className={c.evidence}>
          {item.unit === 'percent' && (
            <IntervalBar
              figure={item.overall}
              target={item.target}
              width={140}
              floor={item.better === 'lower' ? 0 : floorOf([item.overall], item.target)}
            />
          )}
          <small className="num">{[...words.beside, ...survey].join(' · ')}</small>
        </span>
        <span className={c.trend}>
          <Sparkline values={item.trend.map(({ figure }) => trendValue(figure, item.unit))} />
        </span>
      </Link>
    </li>
  );
}

/** All indicators beside each other; each opens below. */
export function IndicatorList({ items, chosen, search }: { items: Summary[]; chosen: IndicatorCode; search: IndicatorSearch }) {
  const { t } = useTexts();
  return (
    <section className={c.list} aria-label={t('indicators.title')}>
      <ul>
        {codes.flatMap((code) => {
          const item = items.find((one) => one.code === code);
          return item ? [<Line key={code} item={latestMeasured(item)} code={code} chosen={code === chosen} search={search} />] : [];
        })}
      </ul>
    </section>
  );
}
