import { useCallback, useMemo } from 'react';
import { useFormat } from '../format';
import { monthAxis, tooltip } from '../reports/chart-style';
import type { Draw, Option, Token } from '../reports/Chart';
import { ChartCard } from '../reports/ChartCard';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import { type Bin, binsOf, growth } from './load-figures';
import type { Load } from './load-queries';
import c from './load.module.css';
import type { LoadSearch } from './load-search';
import { RowsLink } from './RowsLink';

/** Axis of counts: whole numbers from 0. */
export function countAxis(token: Token): Option {
  return {
    type: 'value',
    min: 0,
    minInterval: 1,
    splitNumber: 4,
    axisLabel: { color: token('--ink-3'), fontSize: 12 },
    splitLine: { lineStyle: { color: token('--line'), type: [2, 4] } },
  };
}

function Legend() {
  const { t } = useTexts();
  return (
    <ul className={reportsCss.legend}>
      <li>
        <i className={c.arrived} aria-hidden />
        {t('load.arrived')}
      </li>
      <li>
        <i className={c.resolved} aria-hidden />
        {t('load.resolved')}
      </li>
    </ul>
  );
}

/** The chart's drawing; it follows from the figures and the language alone. */
function useDraw(bins: readonly Bin[], name: (date: string) => string): Draw {
  const { t } = useTexts();
  const { number } = useFormat();
  return useCallback(
    (token) => ({
      grid: { left: 36, right: 8, top: 12, bottom: 26 },
      tooltip: tooltip(token, (value) => (typeof value === 'number' ? number(value) : '–')),
      xAxis: monthAxis(
        token,
        bins.map(({ date }) => name(date)),
        true,
      ),
      yAxis: countAxis(token),
      series: [
        {
          ...{ name: t('load.arrived'), type: 'bar', data: bins.map(({ arrived }) => arrived), barMaxWidth: 22, barCategoryGap: '28%' },
          itemStyle: { color: token('--ch-1'), borderRadius: [2, 2, 0, 0] },
        },
        {
          ...{ name: t('load.resolved'), type: 'bar', data: bins.map(({ resolved }) => resolved), barMaxWidth: 22, barGap: '8%' },
          itemStyle: { color: token('--ch-2'), borderRadius: [2, 2, 0, 0] },
        },
      ],
    }),
    [bins, name, number, t],
  );
}

/** Arrivals and resolutions side by side, by day or by week. */
export function DaysCard({ load, search }: { load: Load; search: LoadSearch }) {
  const { t } = useTexts();
  const { dayMonth, number } = useFormat();
  const bins = useMemo(() => binsOf(load.days), [load.days]);
  const byWeek = bins.some(({ date, last }) => date !== last);
  const name = useCallback((date: string): string => dayMonth(`${date}T10:00:00Z`), [dayMonth]);
  const draw = useDraw(bins, name);
  const grown = growth(load.whole);
  const conclusion = t(grown > 0 ? 'load.grew' : grown < 0 ? 'load.shrank' : 'load.stayed', {
    n: number(Math.abs(grown)),
    count: Math.abs(grown),
  });
  const open = (date: string, rows: 'arrived' | 'resolved', count: number) =>
    byWeek || count === 0 ? (
      number(count)
    ) : (
      <RowsLink search={search} of={{ rows, day: date }} label={`${name(date)}, ${t(`load.${rows}`)}`}>
        {number(count)}
      </RowsLink>
    );
  return (
    <ChartCard
      title={t(byWeek ? 'load.byWeek' : 'load.byDay')}
      conclusion={conclusion}
      legend={<Legend />}
      draw={draw}
      head={[t(byWeek ? 'load.weekFrom' : 'load.day'), t('load.arrived'), t('load.reopened'), t('load.resolved'), t('load.cancelled')]}
      rows={bins.map(({ date, arrived, resolved, gone, back }) => [
        ...[name(date), open(date, 'arrived', arrived), number(back), open(date, 'resolved', resolved), number(gone)],
      ])}
    />
  );
}
