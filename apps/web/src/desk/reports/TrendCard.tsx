import { useCallback } from 'react';
import type { Figure, Kpi } from '../data/types';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { axisFloor, monthAxis, percentAxis, targetLine, tooltip } from './chart-style';
import type { Draw, Token } from './Chart';
import { ChartCard } from './ChartCard';
import { monthName, shortMonth } from './months';
import type { Code } from './report-search';
import c from './reports.module.css';
import { trendSentence } from './trend-sentence';
import { useFigureWords } from './use-figure-words';

/** Names at the ends of two near lines are moved apart. */
const NAME_SHIFT_PX = 8;

function series(kpi: Kpi, token: Token, color: string, name: string, area: boolean, shift: number) {
  const values = kpi.trend.map((point) => point.figure.value);
  return {
    name,
    type: 'line',
    data: values,
    // The name at the end travels with a line that is drawn from its beginning; one that begins without a value has no place for it there.
    ...(values[0] === null ? { animation: false } : {}),
    connectNulls: false,
    symbol: 'circle',
    symbolSize: 6,
    lineStyle: { width: area ? 2.75 : 2, color: token(color) },
    itemStyle: { color: token(color) },
    ...(area ? { areaStyle: { color: token(color), opacity: 0.07 } } : {}),
    endLabel: { show: true, formatter: '{a}', color: token(color), fontSize: 12, fontWeight: 600, distance: 6, offset: [0, shift] },
    ...(kpi.target === null ? {} : { markLine: targetLine(token, kpi.target, color) }),
  };
}

interface Both {
  sla: Kpi;
  satisfaction: Kpi;
}

function Legend({ sla, satisfaction }: Both) {
  const { t } = useTexts();
  const { percent } = useFormat();
  const entries = [
    { kpi: sla, name: t('reports.slaShort'), mark: c.lineOne },
    { kpi: satisfaction, name: t('reports.satisfactionShort'), mark: c.lineTwo },
  ];
  return (
    <ul className={c.legend}>
      {entries.map(({ kpi, name, mark }) => (
        <li key={name}>
          <i className={mark} aria-hidden />
          {name}
          {kpi.target !== null && `, ${t('figure.targetDashed', { target: percent(kpi.target, 0) })}`}
        </li>
      ))}
    </ul>
  );
}

/** The chart's drawing; it follows from the figures and the language alone. */
function useDraw({ sla, satisfaction }: Both): Draw {
  const texts = useTexts();
  const { percent } = useFormat();
  return useCallback(
    (token) => {
      const { t } = texts;
      const values = [sla, satisfaction].flatMap((kpi) => [...kpi.trend.map((point) => point.figure.value), kpi.target]);
      const above = (sla.trend.at(-1)?.figure.value ?? 0) >= (satisfaction.trend.at(-1)?.figure.value ?? 0);
      const shift = above ? -NAME_SHIFT_PX : NAME_SHIFT_PX;
      return {
        grid: { left: 48, right: 104, top: 14, bottom: 26 },
        tooltip: tooltip(token, (value) => (typeof value === 'number' ? percent(value) : t('figure.none'))),
        xAxis: monthAxis(
          token,
          sla.trend.map((point) => shortMonth(point.period, texts)),
          false,
        ),
        yAxis: percentAxis(token, percent, axisFloor(values), 10),
        series: [
          series(sla, token, '--ch-1', t('reports.slaShort'), true, shift),
          series(satisfaction, token, '--ch-2', t('reports.satisfactionShort'), false, -shift),
        ],
      };
    },
    [sla, satisfaction, texts, percent],
  );
}

/** Twelve months of both figures, with targets dashed. */
export function TrendCard({ sla, satisfaction }: Both) {
  const texts = useTexts();
  const { t } = texts;
  const format = useFormat();
  const words = useFigureWords();
  const draw = useDraw({ sla, satisfaction });
  const cells = (figure: Figure | undefined, code: Code): string[] =>
    figure ? [words(figure, code).main, words(figure, code).n ?? ''] : ['', ''];
  const rows = sla.trend.map((point, index) => [
    monthName(point.period, texts),
    ...cells(point.figure, 'KPI-09'),
    ...cells(satisfaction.trend[index]?.figure, 'KPI-02'),
  ]);
  const names = [t('reports.slaShort'), t('reports.satisfactionShort')];
  return (
    <ChartCard
      title={t('trend.title')}
      conclusion={`${trendSentence(sla, t('reports.slaShort'), texts, format)} ${trendSentence(satisfaction, t('reports.satisfactionShort'), texts, format)}`}
      legend={<Legend sla={sla} satisfaction={satisfaction} />}
      draw={draw}
      head={[t('reports.month'), ...names.flatMap((name) => [name, t('figure.nOf', { name })])]}
      rows={rows}
    />
  );
}
