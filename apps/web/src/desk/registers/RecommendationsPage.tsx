import { Button, Select, Skeleton } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { exportHref } from '../data/export-href';
import { ReportTabs } from '../reports/ReportTabs';
import reportsCss from '../reports/reports.module.css';
import { SaveMenu } from '../reports/SaveMenu';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { EnterDialog } from './RecommendationDialogs';
import { RecommendationTable } from './RecommendationTable';
import { registerQueries } from './register-queries';
import { type RecommendationsSearch, SHOWS, toRecommendationQuery } from './registers-search';
import { RegisterTabs } from './RegisterTabs';
import c from './registers.module.css';
import { YearTable } from './YearTable';

const route = getRouteApi('/reports/recommendations');

function Filters({ search }: { search: RecommendationsSearch }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const go = (next: RecommendationsSearch): void => void navigate({ to: '/reports/recommendations', search: next, replace: true });
  const { year, outcome, basis } = search;
  const chosen = year === undefined ? null : [year, outcome && t(`registers.outcome.${outcome}`), basis && t('registers.years.strictly')];
  return (
    <div className={c.filters}>
      <Select
        aria-label={t('registers.show')}
        allowDeselect={false}
        data={SHOWS.map((show) => ({ value: show, label: t(`registers.show.${show}`) }))}
        value={search.show ?? (year === undefined ? 'open' : 'all')}
        onChange={(value) => go({ ...search, show: SHOWS.find((one) => one === value) ?? 'open' })}
      />
      {chosen && (
        <Button variant="default" rightSection={<IconX size={14} aria-hidden />} onClick={() => go({})} aria-label={t('registers.clear')}>
          {t('registers.dueIn', { what: chosen.filter(Boolean).join(' · ') })}
        </Button>
      )}
    </div>
  );
}

function List({ search }: { search: RecommendationsSearch }) {
  const { t } = useTexts();
  const list = useInfiniteQuery(registerQueries.recommendations(toRecommendationQuery(search)));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error) return <FailedPage error={list.error} reset={() => void list.refetch()} />;
  if (list.isPending) return <Skeleton height={320} radius={8} role="status" aria-label={t('desk.loading')} />;
  if (items.length === 0) return <p className={reportsCss.nothing}>{t('registers.none')}</p>;
  return (
    <>
      <RecommendationTable items={items} />
      {list.hasNextPage && (
        <Button variant="subtle" mt={8} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('assets.more')}
        </Button>
      )}
    </>
  );
}

/** Audit recommendations: how many are implemented in time, year by year, and each of them with its owner and dues. */
export function RecommendationsPage() {
  const { t } = useTexts();
  const search = route.useSearch();
  const figures = useQuery(registerQueries.figures());
  const query = toRecommendationQuery(search);
  const list = useInfiniteQuery(registerQueries.recommendations(query));
  const [entering, setEntering] = useState(false);
  const years = figures.data?.items ?? [];
  return (
    <main className={reportsCss.page}>
      <ReportTabs />
      <RegisterTabs />
      <header className={reportsCss.head}>
        <div>
          <h1>{t('registers.recommendations')}</h1>
          <p>{t('registers.recommendationsLead')}</p>
        </div>
        <SaveMenu href={(format) => exportHref('audit-recommendations', query, format)} />
        {list.data?.pages[0]?.abilities.enter && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEntering(true)}>
            {t('registers.enter')}
          </Button>
        )}
      </header>
      {years.length > 0 && figures.data && <YearTable years={years} dataAt={figures.data.dataAt} />}
      <section className={reportsCss.card} aria-label={t('registers.recommendations')}>
        <Filters search={search} />
        <List search={search} />
      </section>
      {entering && <EnterDialog onClose={() => setEntering(false)} />}
    </main>
  );
}
