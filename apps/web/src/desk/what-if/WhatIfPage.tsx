import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ReportTabs } from '../reports/ReportTabs';
import reportsCss from '../reports/reports.module.css';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { AskCard } from './AskCard';
import { ChangedCard } from './ChangedCard';
import { InstitutionCard } from './InstitutionCard';
import { PastRuns } from './PastRuns';
import { PriorityCard } from './PriorityCard';
import { RunState } from './RunState';
import { Strip } from './Strip';
import c from './what-if.module.css';
import { isOver, whatIfQuery, whatIfsQuery } from './what-if-queries';

const route = getRouteApi('/reports/what-if');

function Answer({ id }: { id: string }) {
  const query = useQuery(whatIfQuery(id));
  if (query.error) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={320} radius={12} />;
  const { run, asked, result, changed } = query.data;
  if (!result) return <RunState run={run} asked={asked} />;
  return (
    <>
      <Strip result={result} asked={asked} run={run} />
      <div className={c.pair}>
        <InstitutionCard rows={result.byInstitution} />
        <PriorityCard result={result} />
      </div>
      <ChangedCard result={result} changed={changed} />
    </>
  );
}

/** The past by other rules: what is tried, how far it is, what it would have come to. Nothing is changed by trying. */
export function WhatIfPage() {
  const { t } = useTexts();
  const { id } = route.useSearch();
  const navigate = useNavigate();
  const list = useQuery(whatIfsQuery);
  const shown = id ?? list.data?.[0]?.run.id;
  if (list.error) return <FailedPage error={list.error} reset={() => void list.refetch()} />;
  return (
    <main className={reportsCss.page}>
      <ReportTabs />
      <header className={reportsCss.head}>
        <div>
          <h1>{t('whatIf.title')}</h1>
          <p>{t('whatIf.lead')}</p>
        </div>
      </header>
      <div className={c.layout}>
        <div className={c.side}>
          <AskCard
            busy={list.data?.some(({ run }) => !isOver(run)) ?? false}
            onStarted={(started) => void navigate({ to: '/reports/what-if', search: { id: started } })}
          />
          <PastRuns items={list.data} shown={shown} />
        </div>
        <section className={c.answer} aria-label={t('whatIf.answer')}>
          {list.data && !shown && <p className={c.empty}>{t('whatIf.none')}</p>}
          {shown && <Answer key={shown} id={shown} />}
        </section>
      </div>
    </main>
  );
}
