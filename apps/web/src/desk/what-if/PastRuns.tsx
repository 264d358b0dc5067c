import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import { useAskedWords } from './use-asked-words';
import c from './what-if.module.css';
import type { WhatIf } from './what-if-queries';

/** What was tried before, so that a replay can be left and found again. */
export function PastRuns({ items, shown }: { items: readonly WhatIf[] | undefined; shown: string | undefined }) {
  const { t } = useTexts();
  const { dateTime, percent, number } = useFormat();
  const titleId = useId();
  const words = useAskedWords();
  if (items?.length === 0) return null;
  return (
    <section className={reportsCss.card} aria-labelledby={titleId}>
      <h2 id={titleId}>{t('whatIf.past')}</h2>
      {!items && <Skeleton height={120} mt={8} />}
      <ol className={c.runs}>
        {items?.map(({ run, asked, result }) => {
          const { period, parts } = words(asked);
          const figure = result?.asWouldBe;
          const share =
            figure &&
            (figure.percent === null ? t('figure.counts', { hits: number(figure.met), n: number(figure.n) }) : percent(figure.percent));
          return (
            <li key={run.id}>
              <Link to="/reports/what-if" search={{ id: run.id }} aria-current={run.id === shown ? 'true' : undefined}>
                <b>{parts.length > 0 ? parts.join('; ') : t('whatIf.asked.nothing')}</b>
                <span className="num">
                  {period} · {share ?? t(`whatIf.state.${run.state}`)}
                </span>
                <small className="num">{[run.requestedBy?.name, dateTime(run.createdAt)].filter(Boolean).join(' · ')}</small>
              </Link>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
