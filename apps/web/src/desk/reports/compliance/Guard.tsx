import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { Honesty } from '../../data/types';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import type { List } from '../report-search';
import reportsCss from '../reports.module.css';
import c from './compliance.module.css';

/** What could make the figure look better than the service was: late holds, relaxations, tickets that were promised nothing. */
export function Guard({ honesty, withoutClock }: { honesty: Honesty; withoutClock: number }) {
  const { t } = useTexts();
  const { brief, number } = useFormat();
  const id = useId();
  const { month, latePauses, relaxations } = honesty;
  const facts: { list: List; count: number; name: string; text: string }[] = [
    {
      list: 'late_pause',
      count: latePauses.clocks,
      name: t('honest.late'),
      text: t('honest.lateText', { pauses: number(latePauses.pauses), breached: number(latePauses.breached) }),
    },
    {
      list: 'relaxed',
      count: relaxations.clocks,
      name: t('honest.relaxed'),
      text: t('honest.relaxedText', {
        time: brief(relaxations.seconds),
        requester: number(relaxations.requester),
        second: number(relaxations.secondPerson),
        nobody: number(relaxations.nobody),
      }),
    },
    { list: 'without_clock', count: withoutClock, name: t('honest.clockless'), text: t('honest.clocklessText') },
  ];
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h3 id={id}>{t('honest.guard')}</h3>
        </div>
      </header>
      <ul className={`${c.guard} num`}>
        {facts.map(({ list, count, name, text }) => (
          <li key={list}>
            {count > 0 ? (
              <Link
                to="/reports/rows"
                search={{ code: 'KPI-09', period: month, list, from: 'compliance' }}
                aria-label={t('figure.open', { figure: number(count), label: name })}
              >
                {number(count)}
              </Link>
            ) : (
              <b className={reportsCss.dim}>0</b>
            )}
            <span>
              {name}
              <small>{count > 0 ? text : t('honest.none')}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
