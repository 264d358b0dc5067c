import { useCallback } from 'react';
import { useFormat } from '../format';
import type { Draw } from '../reports/Chart';
import { ChartCard } from '../reports/ChartCard';
import { axisFloor, monthAxis, percentAxis, targetLine, tooltip } from '../reports/chart-style';
import { monthName, shortMonth } from '../reports/months';
import { useTexts } from '../texts';
import type { Indicator } from './indicator-queries';
import { trendValue, useLengthWords, useValueWords } from './use-value-words';

const SECONDS_IN_HOUR = 3_600;

function useDraw({ trend, unit, target, better, name }: Indicator): Draw {
  const texts = useTexts();
  const { percent, number } = useFormat();
  return useCallback(
    (token) => {
      const scale = unit === 'seconds' ? SECONDS_IN_HOUR : 1;
      const values = trend.map(({ figure }) => trendValue(figure, unit)).map((value) => (value === null ? null : value / scale));
      const label = { color: token('--ink-3'), fontSize: 12, formatter: unit === 'seconds' ? '{value} h' : '{value}' };
      const plain = {
        type: 'value',
        min: 0,
        minInterval: 1,
        axisLabel: label,
        splitLine: { lineStyle: { color: token('--line'), type: [2, 4] } },
      };
      const low = better === 'lower' ? 0 : axisFloor([...values, target]);
      const share = percentAxis(token, low, better === 'lower' ? 20 : 10);
      const say = (value: unknown): string =>
        typeof value !== 'number'
          ? texts.t('figure.none')
          : unit === 'percent'
            ? percent(value)
            : unit === 'seconds'
              ? `${number(value, 1)} h`
              : number(value);
      return {
        grid: { left: 52, right: 20, top: 14, bottom: 26 },
        tooltip: tooltip(token, say),
        xAxis: monthAxis(
          token,
          trend.map(({ period }) => (period.length === 4 ? period : shortMonth(period, texts))),
          unit === 'days',
        ),
        yAxis: unit === 'percent' ? share : plain,
        series: [
          {
            name,
            type: unit === 'days' ? 'bar' : 'line',
            data: values,
            connectNulls: false,
            symbol: 'circle',
            symbolSize: 6,
            barMaxWidth: 28,
            lineStyle: { width: 2.75, color: token('--ch-1') },
            itemStyle: { color: token('--ch-1'), ...(unit === 'days' ? { borderRadius: [3, 3, 0, 0] } : {}) },
            ...(unit === 'days' ? {} : { areaStyle: { color: token('--ch-1'), opacity: 0.07 } }),
            ...(target === null || unit !== 'percent' ? {} : { markLine: targetLine(token, target) }),
          },
        ],
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
  const sentence = !first || !last ? t('trend.unknown', { name }) : first === last ? say(last) : `${say(first)} → ${say(last)}`;
  const dashed = target !== null && unit === 'percent' ? `${t('figure.targetDashed', { target: percent(target, 0) })}.` : '';
  const spread = unit !== 'percent';
  const cell = (value: number | null | undefined): string => (value === null || value === undefined ? '–' : length(value, unit));
  return (
    <ChartCard
      title={t('indicators.trend')}
      conclusion={`${sentence}.${dashed && ` ${upper(dashed)}`}`}
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
