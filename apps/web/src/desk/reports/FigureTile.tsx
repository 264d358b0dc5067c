import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Kpi } from '../data/types';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { floorOf, IntervalBar } from './IntervalBar';
import type { Code, Origin } from './report-search';
import c from './figure.module.css';
import { Sparkline } from './Sparkline';
import { StatusMark } from './StatusMark';
import { useFigureWords } from './use-figure-words';

/** The change against the month before, in percentage points, where both months have a share. */
function useChange(kpi: Kpi): string | null {
  const { t } = useTexts();
  const { number } = useFormat();
  const before = kpi.trend.at(-2)?.figure.value ?? null;
  const now = kpi.overall.value;
  if (before === null || now === null) return null;
  const points = Math.round((now - before) * 10) / 10;
  const sign = points > 0 ? '+' : points < 0 ? '\u2212' : '±';
  return t('figure.change', { points: `${sign}${number(Math.abs(points), 1)}` });
}

/** One figure of the month: big, with status, target, n, interval and the way to its rows. */
export function FigureTile({ kpi, code, month, from }: { kpi: Kpi; code: Code; month: string; from?: Origin }) {
  const { t } = useTexts();
  const { percent } = useFormat();
  const words = useFigureWords()(kpi.overall, code);
  const change = useChange(kpi);
  return (
    <article className={c.tile}>
      <h2>
        {kpi.name} <small className="num">{code}</small>
      </h2>
      <p className={c.big} data-long={kpi.overall.value === null || undefined}>
        {words.main}
        <Sparkline values={kpi.trend.map((point) => point.figure.value)} />
      </p>
      <p className={c.against}>
        <StatusMark status={kpi.overall.status} />
        {kpi.target !== null && <span className="num">{t('figure.target', { target: percent(kpi.target, 0) })}</span>}
        {change && <span className="num">{change}</span>}
      </p>
      <div className={c.evidence}>
        <IntervalBar figure={kpi.overall} target={kpi.target} floor={floorOf([kpi.overall], kpi.target)} />
        <span className="num">
          {[words.interval && t('figure.interval', { interval: words.interval }), words.n, words.remark].filter(Boolean).join(' · ')}
        </span>
        {kpi.overall.display !== 'hidden' && kpi.overall.display !== 'none' && (
          <Link to="/reports/rows" search={{ code, period: month, ...(from ? { from } : {}) }} className={c.rowsLink}>
            {t(code === 'KPI-02' ? 'reports.ratingsBehind' : 'reports.clocksBehind')}
            <IconChevronRight size={15} aria-hidden />
          </Link>
        )}
      </div>
    </article>
  );
}
