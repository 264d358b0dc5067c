import { Skeleton } from '@mantine/core';
import { IconClipboardList } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import list from '../campaigns/list.module.css';
import { useDays } from '../campaigns/use-days';
import { useFormat } from '../format';
import { ReportTabs } from '../reports/ReportTabs';
import reports from '../reports/reports.module.css';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { publishedQuery, type PublishedSurvey } from './result-queries';
import { useInterval } from './use-interval';

function Row({ survey }: { survey: PublishedSurvey }) {
  const { t } = useTexts();
  const { date, number, percent } = useFormat();
  const { day } = useDays();
  const interval = useInterval();
  const { id, title, opensOn, closesOn, answered, institutions, value, publishedAt } = survey;
  return (
    <tr>
      <th scope="row">
        <Link to="/reports/surveys/$id/results" params={{ id }}>
          {title}
        </Link>
        <small>{t('results.frozen', { date: date(publishedAt) })}</small>
      </th>
      <td data-label={t('campaigns.period')} className="num">
        {t('campaigns.range', { from: day(opensOn), to: day(closesOn) })}
      </td>
      <td data-label={t('campaigns.answered')} className="num">
        {number(answered)}
      </td>
      <td data-label={t('campaigns.institutions')} className="num">
        {number(institutions)}
      </td>
      <td data-label={t('results.satisfied')} className="num">
        <span>
          <b>{value === null ? '–' : percent(value)}</b> {interval(survey)}
        </span>
      </td>
    </tr>
  );
}

/** Surveys whose results everybody of the Centre and the coordinators may read, for those who do not follow the campaigns themselves. */
export function PublishedPage() {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(publishedQuery());
  if (error) return <FailedPage error={error} reset={() => void refetch()} />;
  const heads = ['results.survey', 'campaigns.period', 'campaigns.answered', 'campaigns.institutions', 'results.satisfied'] as const;
  return (
    <main className={reports.page}>
      <ReportTabs />
      <header className={reports.head}>
        <div>
          <h1>{t('results.publishedHeading')}</h1>
          <p>{t('results.publishedLead')}</p>
        </div>
      </header>
      <section className={list.card} aria-label={t('results.publishedHeading')}>
        {!data && <Skeleton height={120} />}
        {data?.length === 0 && (
          <div className={list.nothing}>
            <IconClipboardList size={30} stroke={1.4} aria-hidden />
            <p>{t('results.publishedNone')}</p>
          </div>
        )}
        {data && data.length > 0 && (
          <table className={list.table}>
            <thead>
              <tr>
                {heads.map((key) => (
                  <th key={key} scope="col">
                    {t(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.map((survey) => (
                <Row key={survey.id} survey={survey} />
              ))}
            </tbody>
          </table>
        )}
      </section>
    </main>
  );
}
