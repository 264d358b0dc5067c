import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { Compliance } from '../../data/types';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import reportsCss from '../reports.module.css';
import { useFigureWords } from '../use-figure-words';
import c from './compliance.module.css';

/** What was corrected after the freeze: when, why, by whom, the old figure and the new one. */
export function Restatements({ compliance }: { compliance: Compliance }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const words = useFigureWords();
  const id = useId();
  const { restatements, month } = compliance;
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('compliance.restatements')}</h2>
          <p>{t('compliance.restatementsWhy')}</p>
        </div>
      </header>
      {restatements.length === 0 && <p className={reportsCss.nothing}>{t('compliance.noRestatements')}</p>}
      <ol className={`${c.restated} num`}>
        {restatements.map(({ number, at, cause, reason, person, ticketNumber, before, after }) => (
          <li key={number}>
            <p>
              <b>{t(`compliance.cause.${cause}`)}</b> {dateTime(at)} · {person ?? t('compliance.system')}
              {ticketNumber && ` · ${ticketNumber}`}
            </p>
            {cause !== 'import' && <p className={c.reason}>{reason}</p>}
            <p className={c.change}>
              <Link
                to="/reports/rows"
                search={{ code: 'KPI-09', period: month, list: 'counted', edition: number - 1, from: 'compliance' }}
                aria-label={`${t('compliance.before')}: ${words(before, 'KPI-09').main}`}
              >
                {words(before, 'KPI-09').main}
              </Link>
              <span aria-hidden>→</span>
              <Link
                to="/reports/rows"
                search={{ code: 'KPI-09', period: month, list: 'counted', edition: number, from: 'compliance' }}
                aria-label={`${t('compliance.after')}: ${words(after, 'KPI-09').main}`}
              >
                {words(after, 'KPI-09').main}
              </Link>
              <small>
                {before.numerator} / {before.denominator} → {after.numerator} / {after.denominator}
              </small>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
