import { ActionIcon } from '@mantine/core';
import { IconArrowLeft, IconMaximize, IconMinimize } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useFormat } from '../format';
import { currentMonth, monthName } from '../reports/months';
import { Sparkline } from '../reports/Sparkline';
import { StatusMark } from '../reports/StatusMark';
import { FailedPage } from '../shell/Failed';
import { type TextKey, useTexts } from '../texts';
import { type Summary, wallQuery } from './indicator-queries';
import type { IndicatorCode } from './indicator-search';
import { latestMeasured, useSurveyWords } from './surveyed';
import { trendValue, useLengthWords, useValueWords } from './use-value-words';
import c from './wall.module.css';

/** The order of the wall: what was promised and how people found it, then speed, what waits, and changes. */
const tiles: [IndicatorCode, TextKey][] = [
  ['KPI-09', 'wall.promises'],
  ['KPI-02', 'wall.satisfied'],
  ['KPI-01', 'wall.clients'],
  ['KPI-04', 'wall.firstContact'],
  ['KPI-05', 'wall.response'],
  ['KPI-06', 'wall.resolution'],
  ['KPI-07', 'wall.backlog'],
  ['KPI-08', 'wall.reopened'],
  ['KPI-10', 'wall.changes'],
  ['KPI-11', 'wall.emergency'],
  ['CHG-LEAD', 'wall.lead'],
];

/** What stands below a figure, in plain words. */
function useBelow(): (item: Summary) => string {
  const { t } = useTexts();
  const { percent, number } = useFormat();
  const words = useValueWords();
  const length = useLengthWords();
  const survey = useSurveyWords();
  return (item) => {
    const { overall, unit, target } = item;
    if (unit === 'percent') {
      const goal = target === null ? [] : [t('figure.target', { target: percent(target, 0) })];
      return [...goal, ...words(overall, item).beside, ...survey(item)].join(' · ');
    }
    const { median = null, p90 = null } = overall.spread ?? {};
    if (median === null) return t('indicators.few');
    if (unit === 'days') return t('wall.age', { days: length(median, unit) });
    const half =
      p90 === null
        ? t('wall.halfOnly', { value: length(median, unit) })
        : t('wall.half', { value: length(median, unit), p90: length(p90, unit) });
    return `${half} · ${t('figure.n', { n: number(overall.n ?? 0) })}`;
  };
}

/** The main word of a tile: of the backlog the number alone, its label says the rest. */
function Main({ item }: { item: Summary }) {
  const words = useValueWords();
  const { number } = useFormat();
  return <p className={`${c.main} num`}>{item.unit === 'days' ? number(item.overall.n ?? 0) : words(item.overall, item).main}</p>;
}

function Tile({ item, label }: { item: Summary; label: string }) {
  const below = useBelow();
  return (
    <article className={c.tile} data-long={item.overall.display === 'hidden' || undefined}>
      <h2>{label}</h2>
      <Main item={item} />
      <p className={c.status}>
        <StatusMark status={item.overall.status} />
      </p>
      <p className={`${c.below} num`}>{below(item)}</p>
      <Sparkline values={item.trend.map(({ figure }) => trendValue(figure, item.unit))} />
    </article>
  );
}

function useFullScreen(): [boolean, () => void] {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const look = (): void => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  const toggle = (): void => void (full ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  return [full, toggle];
}

/** This month's figures for a screen on the wall: big, calm, renewed every minute; nobody's name, nothing to click. */
export function WallPage() {
  const texts = useTexts();
  const { t } = texts;
  const { timeOfDay } = useFormat();
  const { data, error, dataUpdatedAt, refetch } = useQuery(wallQuery);
  const [full, toggle] = useFullScreen();
  if (!data) return error ? <FailedPage error={error} reset={() => void refetch()} /> : <main className={c.wall} aria-busy />;
  const at = timeOfDay(dataUpdatedAt);
  const name = t(full ? 'wall.leave' : 'wall.full');
  return (
    <main className={c.wall}>
      <header className={c.head}>
        <Link to="/desk" className={c.back}>
          <IconArrowLeft size={16} aria-hidden /> {t('wall.back')}
        </Link>
        <h1>{t('wall.title')}</h1>
        <p className="num">
          {monthName(data.period || currentMonth(), texts)} ·{' '}
          <span role={error ? 'alert' : undefined}>{t(error ? 'wall.stale' : 'wall.asOf', { at })}</span>
        </p>
        <ActionIcon size={36} variant="default" aria-label={name} title={name} onClick={toggle}>
          {full ? <IconMinimize size={17} aria-hidden /> : <IconMaximize size={17} aria-hidden />}
        </ActionIcon>
      </header>
      <div className={c.tiles}>
        {tiles.flatMap(([code, label]) => {
          const item = data.items.find((one) => one.code === code);
          return item ? [<Tile key={code} item={latestMeasured(item)} label={t(label)} />] : [];
        })}
      </div>
    </main>
  );
}
