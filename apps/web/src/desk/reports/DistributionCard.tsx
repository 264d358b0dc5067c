import { useCallback, useMemo } from 'react';
import type { Kpi } from '../data/types';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { monthAxis, percentAxis, tooltip } from './chart-style';
import type { Draw, Token } from './Chart';
import { ChartCard } from './ChartCard';
import { monthName, shortMonth } from './months';
import { sharesOf, spreadOf } from './ratings';
import c from './reports.module.css';

const answers = ['good', 'satisfactory', 'bad'] as const;
const tokens = { good: '--ch-good', satisfactory: '--ch-mid', bad: '--ch-bad' } as const;
const MONTHS = 6;
/** A part so small has no room for its figure. */
const LABEL_FROM = 7;

function bar(token: Token, answer: (typeof answers)[number], name: string, values: (number | null)[]) {
  return {
    name,
    type: 'bar',
    stack: 'ratings',
    barWidth: '56%',
    data: values,
    // The middle colour alone is too pale on white: every part carries an outline.
    itemStyle: {
      color: token(tokens[answer]),
      borderColor: answer === 'satisfactory' ? token('--ch-mid-ink') : token('--surface'),
      borderWidth: 1,
      borderRadius: 3,
    },
    label: {
      show: true,
      color: token(`${tokens[answer]}-ink`),
      fontSize: 12,
      fontWeight: 600,
      formatter: ({ value }: { value: unknown }) => (typeof value === 'number' && value >= LABEL_FROM ? String(value) : ''),
    },
  };
}

type MonthSpread = ReturnType<typeof spreadsOf>[number];

function spreadsOf(kpi: Kpi) {
  return kpi.trend.slice(-MONTHS).map((point) => {
    const spread = spreadOf(point.figure);
    return { period: point.period, spread, shares: spread && sharesOf(spread) };
  });
}

function Legend() {
  const { t } = useTexts();
  return (
    <ul className={c.legend}>
      {answers.map((answer) => (
        <li key={answer}>
          <i data-answer={answer} aria-hidden />
          {t(`rating.${answer}`)}
        </li>
      ))}
    </ul>
  );
}

/** The chart's drawing; it follows from the figures and the language alone. */
function useDraw(spreads: MonthSpread[]): Draw {
  const texts = useTexts();
  const { percent } = useFormat();
  return useCallback(
    (token) => {
      const { t } = texts;
      const months = spreads.map(({ period }) => shortMonth(period, texts));
      const shares = (answer: (typeof answers)[number]): (number | null)[] => spreads.map((one) => one.shares?.[answer] ?? null);
      return {
        grid: { left: 48, right: 10, top: 14, bottom: 26 },
        tooltip: tooltip(token, (share) => (typeof share === 'number' ? percent(share, 0) : t('figure.none'))),
        xAxis: monthAxis(token, months, true),
        yAxis: percentAxis(token, percent, 0, 25),
        series: answers.map((answer) => bar(token, answer, t(`rating.${answer}`), shares(answer))),
      };
    },
    [spreads, texts, percent],
  );
}

/** How people answered: bad, satisfactory, good, for half a year. */
export function DistributionCard({ kpi }: { kpi: Kpi }) {
  const texts = useTexts();
  const { t } = texts;
  const { percent } = useFormat();
  const spreads = useMemo(() => spreadsOf(kpi), [kpi]);
  const draw = useDraw(spreads);
  const now = spreadOf(kpi.overall);
  const shares = now && sharesOf(now);
  const conclusion = shares
    ? t('spread.conclusion', {
        good: percent(shares.good, 0),
        satisfactory: percent(shares.satisfactory, 0),
        bad: percent(shares.bad, 0),
        count: now?.all ?? 0,
      })
    : t('spread.none');
  const rows = spreads.map(({ period, spread }) => [
    monthName(period, texts),
    ...answers.map((answer) => (spread ? String(spread[answer]) : t('figure.none'))),
  ]);
  const head = [t('reports.month'), ...answers.map((answer) => t(`rating.${answer}`))];
  return <ChartCard title={t('spread.title')} conclusion={conclusion} legend={<Legend />} draw={draw} head={head} rows={rows} />;
}
