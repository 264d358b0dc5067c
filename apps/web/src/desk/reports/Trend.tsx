import { useId } from 'react';
import type { Kpi } from '../data/types';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { floorOf } from './IntervalBar';
import { monthName, shortMonth } from './months';
import type { Code } from './report-search';
import reportsCss from './reports.module.css';
import { trendSentence } from './trend-sentence';
import { useFigureWords } from './use-figure-words';
import c from './trend.module.css';

interface Props extends Pick<Kpi, 'trend' | 'target'> {
  /** The one that is marked. */
  month: string;
  name: string;
  code: Code;
  /** Beside a chart: as high as that. */
  tall?: boolean;
}

/** Twelve months as columns: the share in figures, its interval as a bar, the target dashed. A list, so that it reads as it looks. */
export function Trend({ trend, target, month, name, code, tall = false }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const format = useFormat();
  const words = useFigureWords();
  const id = useId();
  const floor = floorOf(
    trend.map((point) => point.figure),
    target,
  );
  const y = (percent: number): number => ((percent - floor) / (100 - floor)) * 100;
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('compliance.trend')}</h2>
          <p>
            {trendSentence({ trend }, name, texts, format)}
            {target !== null &&
              ` ${t('compliance.trendTarget', { target: format.percent(target, 0) }).replace(/^./, (first) => first.toUpperCase())}.`}
          </p>
        </div>
      </header>
      <ol className={`${c.trend} num`} data-tall={tall || undefined}>
        {trend.map(({ period, figure }) => {
          const said = words(figure, code);
          return (
            <li key={period} data-now={period === month || undefined}>
              <svg
                className={c.column}
                data-status={figure.status ?? undefined}
                viewBox="0 0 40 100"
                preserveAspectRatio="none"
                aria-hidden
              >
                {target !== null && <line x1="0" x2="40" y1={100 - y(target)} y2={100 - y(target)} className={c.target} />}
                {figure.low !== null && figure.high !== null && (
                  <rect
                    x="15"
                    width="10"
                    rx="3"
                    y={100 - y(figure.high)}
                    height={Math.max(3, y(figure.high) - y(figure.low))}
                    className={c.interval}
                  />
                )}
                {figure.value !== null && (
                  <rect x="10" width="20" height="3.5" rx="1.5" y={100 - y(figure.value) - 1.75} className={c.value} />
                )}
              </svg>
              <b title={[said.interval, said.n].filter(Boolean).join(' · ')}>
                {figure.value === null ? '–' : format.number(figure.value, 1)}
              </b>
              <span className="vh">
                {monthName(period, texts)}: {[said.main, said.interval, said.n].filter(Boolean).join(', ')}
              </span>
              <span aria-hidden>{shortMonth(period, texts)}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
