import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import c from '../changes/changes.module.css';
import { exportHref } from '../data/export-href';
import { useRight } from '../data/session';
import { SaveMenu } from '../reports/SaveMenu';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { OpenProblemDialog } from './dialogs/OpenProblemDialog';
import { ProblemFilters } from './ProblemFilters';
import { problemQueries } from './problem-queries';
import type { ProblemsSearch } from './problems-search';
import { ProblemTable } from './ProblemTable';

const route = getRouteApi('/desk/problems');

interface ListProps {
  search: ProblemsSearch;
  clear: () => void;
}

function List({ search, clear }: ListProps) {
  const { t } = useTexts();
  const list = useInfiniteQuery(problemQueries.list(search));
  const filtered = Object.keys(search).length > 0;
  if (list.error) return <FailedPage error={list.error} reset={() => void list.refetch()} />;
  if (list.isPending) return <Skeleton height={420} radius={8} role="status" aria-label={t('desk.loading')} />;
  const problems = list.data.pages.flatMap((page) => page.items);
  if (problems.length === 0)
    return (
      <div className={c.nothing} role="status">
        <h2>{t(filtered ? 'problems.none' : 'problems.empty')}</h2>
        <p>{t(filtered ? 'problems.noneHint' : 'problems.emptyHint')}</p>
        {filtered && (
          <Button variant="default" onClick={clear}>
            {t('problems.filter.clear')}
          </Button>
        )}
      </div>
    );
  return (
    <>
      <ProblemTable problems={problems} />
      {list.hasNextPage && (
        <Button variant="subtle" mt={8} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('problems.more')}
        </Button>
      )}
    </>
  );
}

/** The problems that the person reads: what keeps coming back, what is known of it, and who looks for its cause. */
export function ProblemsPage() {
  const { t } = useTexts();
  const search = route.useSearch();
  const navigate = useNavigate();
  const opens = useRight('problem.work');
  const [opening, setOpening] = useState(false);
  const go = (next: ProblemsSearch): void => void navigate({ to: '/desk/problems', search: next, replace: true });
  return (
    <main className={c.page}>
      <header className={c.head}>
        <div>
          <h1>{t('problems.title')}</h1>
          <p>{t('problems.sub')}</p>
        </div>
        <SaveMenu href={(format) => exportHref('problems', search, format)} />
        {opens && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpening(true)}>
            {t('problems.new')}
          </Button>
        )}
      </header>
      <section className={c.card} aria-label={t('problems.title')}>
        <ProblemFilters search={search} go={go} />
        <List search={search} clear={() => go({})} />
      </section>
      {opening && (
        <OpenProblemDialog
          onClose={() => setOpening(false)}
          onOpened={({ number }) => void navigate({ to: '/desk/problems/$number', params: { number } })}
        />
      )}
    </main>
  );
}
