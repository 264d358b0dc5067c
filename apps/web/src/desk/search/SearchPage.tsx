import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useMe } from '../data/session';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { OtherHits, othersIn } from './OtherHits';
import { rememberSearch, useRecentSearches } from './recent-searches';
import { SavedSearches, SaveSearch } from './SavedSearches';
import c from './search.module.css';
import { isAsked, searchQueries, type SearchAnswer } from './search-queries';
import type { DeskSearch } from './search-search';
import { SearchFilters } from './SearchFilters';
import { TicketHits } from './TicketHits';

const route = getRouteApi('/desk/search');

function Corrections({ found }: { found: SearchAnswer }) {
  const { t } = useTexts();
  if (found.corrections.length === 0) return null;
  return (
    <p className={c.correction} role="status">
      {found.corrections.map(({ typed, takenFor }) => t('search.takenFor', { typed, takenFor })).join(' ')}
    </p>
  );
}

function Nothing({ search }: { search: DeskSearch }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { q, ...filters } = search;
  return (
    <div className={c.nothing} role="status">
      <h2>{t('search.nothing', { q: q ?? '' })}</h2>
      <p>{t('search.nothingHint')}</p>
      {Object.keys(filters).length > 0 && (
        <Button variant="default" onClick={() => void navigate({ to: '/desk/search', search: q ? { q } : {} })}>
          {t('search.withoutFilters')}
        </Button>
      )}
    </div>
  );
}

function Results({ search }: { search: DeskSearch }) {
  const { t } = useTexts();
  const query = useInfiniteQuery(searchQueries.page(search));
  if (query.error) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  if (query.isPending) return <Skeleton height={420} radius={8} role="status" aria-label={t('desk.loading')} />;
  const [first] = query.data.pages;
  const tickets = query.data.pages.flatMap((page) => page.tickets);
  if (!first || tickets.length + othersIn(first) === 0) return <Nothing search={search} />;
  return (
    <div className={c.columns} data-single={othersIn(first) === 0 || undefined}>
      <section className={c.card} aria-label={t('search.tickets')}>
        <h2>{t('search.tickets')}</h2>
        <Corrections found={first} />
        {tickets.length === 0 && <p className={c.quiet}>{t('search.noTickets')}</p>}
        <TicketHits hits={tickets} />
        {query.hasNextPage && (
          <Button variant="subtle" mt={8} loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('search.more')}
          </Button>
        )}
      </section>
      {othersIn(first) > 0 && (
        <div className={c.beside}>
          <OtherHits found={first} />
        </div>
      )}
    </div>
  );
}

function Recent() {
  const { t } = useTexts();
  const { recent } = useRecentSearches();
  return (
    <div className={c.start}>
      <p className={c.quiet}>{t('search.hint')}</p>
      <SavedSearches />
      {recent.length > 0 && (
        <section className={c.card} aria-label={t('search.recent')}>
          <h2>{t('search.recent')}</h2>
          <ul className={c.links}>
            {recent.map((q) => (
              <li key={q}>
                <Link to="/desk/search" search={{ q }}>
                  {q}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Everything that holds the words: tickets with their comments, people, services, devices, known errors. */
export function SearchPage() {
  const { t } = useTexts();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { id } = useMe();
  const asked = isAsked(search.q ?? '');
  useEffect(() => rememberSearch(id, search.q ?? ''), [id, search.q]);
  return (
    <main className={c.page}>
      <header className={c.head}>
        <h1>{t('search.title')}</h1>
        {asked && <SaveSearch search={search} />}
      </header>
      <SearchFilters search={search} go={(next) => void navigate({ to: '/desk/search', search: next, replace: true })} />
      {asked ? <Results search={search} /> : <Recent />}
    </main>
  );
}
