import { Button, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useFormat } from '../format';
import { ReportTabs } from '../reports/ReportTabs';
import reportsCss from '../reports/reports.module.css';
import { SaveMenu } from '../reports/SaveMenu';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { Choices } from './Choices';
import { Comments } from './Comments';
import { Headlines } from './Headlines';
import { Institutions } from './Institutions';
import { Publication } from './Publication';
import { Questions } from './Questions';
import { type Result, resultQuery } from './result-queries';
import c from './results.module.css';
import { Years } from './Years';

const BESIDE_UP_TO = 10;
const route = getRouteApi('/reports/surveys/$id/results');

/** Noon in UTC is on the same date in Latvia. */
const noon = (day: string): string => `${day}T12:00:00Z`;

function Head({ result }: { result: Result }) {
  const { t } = useTexts();
  const { date, number, percent } = useFormat();
  const facts = [
    `${date(noon(result.opensOn))} – ${date(noon(result.closesOn))}`,
    t('results.answered', { answered: number(result.answered), invited: number(result.invited) }),
    result.responseRate === null ? null : percent(result.responseRate),
    result.publishedAt ? t('results.frozen', { date: date(result.publishedAt) }) : t('results.unpublished'),
  ];
  return (
    <header className={reportsCss.head}>
      <div>
        <h1>{result.title}</h1>
        <p className="num">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <SaveMenu href={(format) => `/api/v1/campaigns/${result.id}/results/export?format=${format}`} />
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => window.print()}
        className={reportsCss.noPrint}
      >
        {t('reports.print')}
      </Button>
    </header>
  );
}

function Loading() {
  const { t } = useTexts();
  return (
    <div role="status" aria-label={t('desk.loading')}>
      <Skeleton height={34} width={420} radius={8} mb={18} />
      <Skeleton height={166} radius={12} mb={16} />
      <Skeleton height={420} radius={12} />
    </div>
  );
}

/** Where a figure comes from, at the foot of the page and of the paper. */
function Origin({ result }: { result: Result }) {
  const { t } = useTexts();
  return (
    <footer className={`${c.origin} num`}>
      <p>{t(result.anonymous ? 'results.anonymous' : 'results.named', { least: String(result.minGroup) })}</p>
      <p>
        {t('results.version', { version: String(result.surveyVersion) })}
        {result.inputHash && (
          <>
            {' · '}
            {t('results.hash')} <code>{result.inputHash.slice(0, 16)}</code>
          </>
        )}
      </p>
    </footer>
  );
}

/** What a campaign says: the headline against its target, who did not answer, question by question, institutions, comments, years. */
export function SurveyResultsPage() {
  const { id } = route.useParams();
  const { institution } = route.useSearch();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(resultQuery(id, institution));
  if (error) return <FailedPage error={error} reset={() => void refetch()} />;
  const show = (next: string | undefined): void =>
    void navigate({
      to: '/reports/surveys/$id/results',
      params: { id },
      search: next ? { institution: next } : {},
      replace: true,
      resetScroll: false,
    });
  // Few institutions leave room beside the questions.
  const beside = (data?.lines.length ?? 0) <= BESIDE_UP_TO;
  return (
    <main className={`${reportsCss.page} ${c.page}`}>
      <ReportTabs />
      {!data ? (
        <Loading />
      ) : (
        <>
          <Head result={data} />
          <Publication result={data} />
          <Headlines result={data} />
          <div className={c.main}>
            <Questions result={data} onWhole={() => show(undefined)} />
            <div className={c.side}>
              <Institutions result={data} shown={institution} onShow={show} />
              {data.years.length > 1 && <Years result={data} />}
              {beside && <Choices items={data.items} />}
            </div>
          </div>
          {!beside && <Choices items={data.items} />}
          <Comments result={data} />
          <Origin result={data} />
        </>
      )}
    </main>
  );
}
