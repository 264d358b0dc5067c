import { useCallback } from 'react';
import { useFormat } from '../format';
import type { Draw, Option, Token } from '../reports/Chart';
import { ChartCard } from '../reports/ChartCard';
import { axisFloor, monthAxis, type Percent, percentAxis, targetLine, tooltip } from '../reports/chart-style';
import { monthName, shortMonth } from '../reports/months';
import { useTexts } from '../texts';
import type { Indicator } from './indicator-queries';
import { trendValue, useLengthWords, useValueWords } from './use-value-words';

/** How many seconds the axis of lengths counts in one. */
const SCALE = { percent: 1, days: 1, seconds: 3_600, elapsed: 86_400 } as const;

type Drawn = Pick<Indicator, 'trend' | 'unit' | 'target' | 'better' | 'name'>;

/** The axis of values: shares in percent, lengths in hours, or in days of the wall clock, the backlog in tickets. */
function valueAxis(token: Token, percent: Percent, { unit, better, target }: Drawn, values: (number | null)[]): Option {
  if (unit === 'percent') {
    const low = better === 'lower' ? 0 : axisFloor([...values, target]);
    return percentAxis(token, percent, low, better === 'lower' ? 20 : 10);
  }
  const formatter = { percent: '{value}', days: '{value}', seconds: '{value} h', elapsed: '{value} d' }[unit];
  const splitLine = { lineStyle: { color: token('--line'), type: [2, 4] } };
  return { type: 'value', min: 0, minInterval: 1, axisLabel: { color: token('--ink-3'), fontSize: 12, formatter }, splitLine };
}

/** A line, or bars for what was counted at ends of months. */
function seriesOf(token: Token, { unit, target, name }: Drawn, data: (number | null)[]): Option {
  const color = token('--ch-1');
  if (unit === 'days') return { name, type: 'bar', data, barMaxWidth: 28, itemStyle: { color, borderRadius: [3, 3, 0, 0] } };
  return {
    ...{ name, type: 'line', data, connectNulls: false, symbol: 'circle', symbolSize: 6 },
    lineStyle: { width: 2.75, color },
    itemStyle: { color },
    areaStyle: { color, opacity: 0.07 },
    ...(target === null || unit !== 'percent' ? {} : { markLine: targetLine(token, target) }),
  };
}

function useDraw({ trend, unit, target, better, name }: Indicator): Draw {
  const texts = useTexts();
  const { percent, number } = useFormat();
  return useCallback(
    (token) => {
      const drawn = { trend, unit, target, better, name };
      const scale = SCALE[unit];
      const values = trend.map(({ figure }) => trendValue(figure, unit)).map((value) => (value === null ? null : value / scale));
      const words = {
        percent,
        days: number,
        seconds: (hours: number) => `${number(hours, 1)} h`,
        elapsed: (days: number) => `${number(days, 1)} d`,
      }[unit];
      const months = trend.map(({ period }) => (period.length === 4 ? period : shortMonth(period, texts)));
      return {
        grid: { left: 52, right: 20, top: 14, bottom: 26 },
        tooltip: tooltip(token, (value) => (typeof value === 'number' ? words(value) : texts.t('figure.none'))),
        xAxis: monthAxis(token, months, unit === 'days'),
        yAxis: valueAxis(token, percent, drawn, values),
        series: [seriesOf(token, drawn, values)],
      };
    },
    [trend, unit, target, better, name, texts, percent, number],
  );
}

/** How the indicator came here: twelve months or five years, with the figures as a table one button away. */
export function TrendChart({ indicator }: { indicator: Indicator }) {
  const texts = useTexts();
  const { t } = texts;
  const { percent } = useFormat();
  const words = useValueWords();
  const length = useLengthWords();
  const draw = useDraw(indicator);
  const { trend, name, unit, target } = indicator;
  const when = (period: string): string => (period.length === 4 ? period : monthName(period, texts));
  const known = trend.filter(({ figure }) => trendValue(figure, unit) !== null);
  const [first, last] = [known[0], known.at(-1)];
  const say = ({ period, figure }: (typeof trend)[number]): string =>
    t('indicators.trendLast', { value: words(figure, indicator).main, month: when(period) });
  const sentence = !first || !last ? t('trend.unknown', { name }) : `${first === last ? say(last) : `${say(first)} → ${say(last)}`}.`;
  const dashed = target !== null && unit === 'percent' ? `${t('figure.targetDashed', { target: percent(target, 0) })}.` : '';
  const spread = unit !== 'percent';
  const cell = (value: number | null | undefined): string => (value === null || value === undefined ? '–' : length(value, unit));
  return (
    <ChartCard
      title={t('indicators.trend')}
      conclusion={`${sentence}${dashed && ` ${upper(dashed)}`}`}
      draw={draw}
      head={[
        t('indicators.period'),
        t('indicators.value'),
        ...(spread ? [t('indicators.medianOf'), t('indicators.p90Of')] : [t('indicators.evidence')]),
      ]}
      rows={trend.map(({ period, figure }) => [
        when(period),
        words(figure, indicator).main,
        ...(spread ? [cell(figure.spread?.median), cell(figure.spread?.p90)] : [words(figure, indicator).beside.join(' · ')]),
      ])}
    />
  );
}

function upper(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
