import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../format';
import { monthName } from '../reports/months';
import page from '../reports/reports.module.css';
import { useTexts } from '../texts';
import { runsQuery } from './library-queries';
import c from './library.module.css';

/** What was kept of a report, latest first; each opens as it was. */
export function RunsCard({ code, chosen }: { code: string; chosen: string | undefined }) {
  const texts = useTexts();
  const { t } = texts;
  const { dateTime } = useFormat();
  const { data } = useQuery(runsQuery(code));
  return (
    <section className={page.card} aria-label={t('library.runs')}>
      <header>
        <div>
          <h2>{t('library.runs')}</h2>
          <p>{t('library.runsText')}</p>
        </div>
      </header>
      {!data && <Skeleton height={90} />}
      {data?.items.length === 0 && <p className={page.quiet}>{t('library.noRuns')}</p>}
      <ul className={c.runs}>
        {chosen && (
          <li>
            <Link to="/reports/library/$code" params={{ code }} search={{}}>
              {t('library.asNow')}
            </Link>
          </li>
        )}
        {data?.items.map((run) => (
          <li key={run.id} data-chosen={run.id === chosen || undefined}>
            <Link
              to="/reports/library/$code"
              params={{ code }}
              search={{ run: run.id }}
              aria-current={run.id === chosen ? 'page' : undefined}
            >
              {run.period.length === 7 ? monthName(run.period, texts) : run.period}
            </Link>
            <small className="num">
              {dateTime(Date.parse(run.madeAt))} · {run.madeBy?.name ?? t('library.bySchedule')}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
