import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { Compliance } from '../../data/types';
import { useFormat } from '../../format';
import { useTexts, type TextKey } from '../../texts';
import type { List } from '../report-search';
import reportsCss from '../reports.module.css';
import c from './compliance.module.css';

const entries: readonly { list: List; count: keyof Compliance['counts']; is: TextKey }[] = [
  { list: 'open_breached', count: 'openBreached', is: 'compliance.is.counted' },
  { list: 'changed_side', count: 'changedSide', is: 'compliance.is.both' },
  { list: 'reopened_after_freeze', count: 'reopenedAfterFreeze', is: 'compliance.is.stays' },
  { list: 'voided', count: 'voided', is: 'compliance.is.decidedAnew' },
  { list: 'paused_undecided', count: 'pausedUndecided', is: 'compliance.is.not' },
  { list: 'cancelled', count: 'cancelled', is: 'compliance.is.not' },
  { list: 'merged', count: 'merged', is: 'compliance.is.not' },
  { list: 'test', count: 'tests', is: 'compliance.is.not' },
  { list: 'without_clock', count: 'withoutClock', is: 'compliance.is.unpromised' },
];

/** Everything that the figure does not show by itself, each with the way to its tickets. */
export function Beside({ compliance }: { compliance: Compliance }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const id = useId();
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('compliance.beside')}</h2>
          <p>{t('compliance.besideWhy')}</p>
        </div>
      </header>
      <ul className={`${c.beside} num`}>
        {entries.map(({ list, count, is }) => {
          const rows = compliance.counts[count];
          const name = t(`compliance.list.${list}`);
          return (
            <li key={list}>
              <span>
                {name} <small>{t(is)}</small>
              </span>
              {rows > 0 ? (
                <Link
                  to="/reports/rows"
                  search={{ code: 'KPI-09', period: compliance.month, list, from: 'compliance' }}
                  aria-label={t('figure.open', { figure: number(rows), label: name })}
                >
                  {number(rows)}
                </Link>
              ) : (
                <span className={reportsCss.dim}>0</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
