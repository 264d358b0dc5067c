import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { ClockRows } from './ClockRows';
import { SaveMenu } from './SaveMenu';
import { currentMonth, monthName } from './months';
import { RatingRows } from './RatingRows';
import { useClockRows, useRatingRows } from './rows-queries';
import type { RowsSearch } from './report-search';
import c from './reports.module.css';

const route = getRouteApi('/reports/rows');

const OVERVIEW = { to: '/reports', text: 'reports.title' } as const;
const ORIGINS = {
  compliance: { to: '/reports/compliance', text: 'compliance.title' },
  satisfaction: { to: '/reports/satisfaction', text: 'satisfaction.title' },
} as const;

function BackLink({ search }: { search: RowsSearch }) {
  const { t } = useTexts();
  const month = { month: search.period ?? currentMonth() };
  const { to, text } = search.from ? ORIGINS[search.from] : OVERVIEW;
  return (
    <Link to={to} search={month} className={`${c.backLink} ${c.noPrint}`}>
      <IconArrowLeft size={15} aria-hidden /> {t(text)}
    </Link>
  );
}

/** Which rows these are, in words: month, list, part, promise, edition. */
function useSubject(search: RowsSearch): string {
  const texts = useTexts();
  const { t } = texts;
  const { code, period, list, as, edition, name } = search;
  return [
    monthName(period ?? currentMonth(), texts),
    code === 'KPI-09' && list && list !== 'counted' ? t(`compliance.list.${list}`) : null,
    name,
    as === 'agreed' ? t('compliance.agreed') : null,
    edition === undefined ? null : t('rows.edition', { number: String(edition) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function Head({ search, href }: { search: RowsSearch; href?: (format: string) => string }) {
  const { t } = useTexts();
  const subject = useSubject(search);
  return (
    <header className={c.head}>
      <div>
        <BackLink search={search} />
        <h1>{t(search.code === 'KPI-02' ? 'rows.ratings' : 'rows.clocks')}</h1>
        <p>{subject}</p>
      </div>
      {href && <SaveMenu href={href} />}
    </header>
  );
}

interface Listing {
  isPending: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

function Card({ query, empty, children }: { query: Listing; empty: boolean; children: React.ReactNode }) {
  const { t } = useTexts();
  return (
    <section className={c.card}>
      {query.isPending && <Skeleton height={260} />}
      {!query.isPending && empty && <p className={c.nothing}>{t('rows.none')}</p>}
      {!empty && children}
      {query.hasNextPage && (
        <Button variant="subtle" mt={8} loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} className={c.noPrint}>
          {t('rows.more')}
        </Button>
      )}
    </section>
  );
}

function Ratings({ search }: { search: RowsSearch }) {
  const query = useRatingRows(search);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (query.error) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  return (
    <main className={c.page}>
      <Head search={search} />
      <Card query={query} empty={rows.length === 0}>
        <RatingRows rows={rows} />
      </Card>
    </main>
  );
}

function Clocks({ search }: { search: RowsSearch }) {
  const { query, href } = useClockRows(search);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (query.error) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  return (
    <main className={c.page}>
      <Head search={search} href={href} />
      <Card query={query} empty={rows.length === 0}>
        <ClockRows rows={rows} />
      </Card>
    </main>
  );
}

/** The very rows that a figure counts. */
export function RowsPage() {
  const search = route.useSearch();
  return search.code === 'KPI-02' ? <Ratings search={search} /> : <Clocks search={search} />;
}
