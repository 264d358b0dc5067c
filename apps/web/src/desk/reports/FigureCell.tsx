import { Link } from '@tanstack/react-router';
import type { Figure } from '../data/types';
import { useTexts } from '../texts';
import { IntervalBar } from './IntervalBar';
import type { RowsSearch } from './report-search';
import c from './figure.module.css';
import reportsCss from './reports.module.css';
import { StatusMark } from './StatusMark';
import { useFigureWords } from './use-figure-words';

interface Props {
  figure: Figure | undefined;
  target: number | null;
  /** The rows behind it. */
  rows: RowsSearch;
  label: string;
  floor: number;
}

/** A figure in a table: value with the way to its rows, interval drawn and written, n, status as icon. */
export function FigureCell({ figure, target, rows, label, floor }: Props) {
  const { t } = useTexts();
  const say = useFigureWords();
  if (!figure) return <span className={reportsCss.dim}>{t('figure.none')}</span>;
  const words = say(figure, rows.code);
  const open = figure.display !== 'hidden' && figure.display !== 'none';
  return (
    <div className={c.cell}>
      <span className={c.cellMain}>
        {open ? (
          <Link to="/reports/rows" search={rows} aria-label={t('figure.open', { figure: words.main, label })}>
            {words.main}
          </Link>
        ) : (
          <span className={reportsCss.dim} title={words.remark ?? undefined}>
            {words.main}
          </span>
        )}
        <StatusMark status={figure.status} brief />
      </span>
      <IntervalBar figure={figure} target={target} width={132} floor={floor} />
      <small>{[words.interval, words.n, words.remark].filter(Boolean).join(' · ')}</small>
    </div>
  );
}
