import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { exportHref } from '../data/export-href';
import { useRight } from '../data/session';
import { SaveMenu } from '../reports/SaveMenu';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { changeFilters, changeQueries } from './change-queries';
import { ChangeFilters } from './ChangeFilters';
import { ChangeTable } from './ChangeTable';
import { ChangeTabs } from './ChangeTabs';
import type { ChangesSearch } from './changes-search';
import c from './changes.module.css';
import { NewChangeDialog } from './dialogs/NewChangeDialog';

const route = getRouteApi('/desk/changes');

function Nothing({ filtered, clear, create }: { filtered: boolean; clear: () => void; create: (() => void) | null }) {
  const { t } = useTexts();
  return (
    <div className={c.nothing} role="status">
      <h2>{t(filtered ? 'changes.none' : 'changes.empty')}</h2>
      <p>{t(filtered ? 'changes.noneHint' : 'changes.emptyHint')}</p>
      {filtered ? (
        <Button variant="default" onClick={clear}>
          {t('changes.filter.clear')}
        </Button>
      ) : (
        create && <Button onClick={create}>{t('changes.new')}</Button>
      )}
    </div>
  );
}

function List({ search, clear, create }: { search: ChangesSearch; clear: () => void; create: (() => void) | null }) {
  const { t } = useTexts();
  const list = useInfiniteQuery(changeQueries.list(search));
  if (list.error) return <FailedPage error={list.error} reset={() => void list.refetch()} />;
  if (list.isPending) return <Skeleton height={420} radius={8} role="status" aria-label={t('desk.loading')} />;
  const changes = list.data.pages.flatMap((page) => page.items);
  if (changes.length === 0) return <Nothing filtered={Object.keys(search).length > 0} clear={clear} create={create} />;
  return (
    <>
      <ChangeTable changes={changes} />
      {list.hasNextPage && (
        <Button variant="subtle" mt={8} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('changes.more')}
        </Button>
      )}
    </>
  );
}

/** The changes that the person reads: what is under way, how risky it is, when it happens and who does it. */
export function ChangesPage() {
  const { t } = useTexts();
  const search = route.useSearch();
  const navigate = useNavigate();
  const drafts = useRight('change.draft');
  const [making, setMaking] = useState(false);
  const go = (next: ChangesSearch): void => void navigate({ to: '/desk/changes', search: next, replace: true });
  const create = drafts ? () => setMaking(true) : null;
  return (
    <main className={c.page}>
      <ChangeTabs />
      <header className={c.head}>
        <div>
          <h1>{t('changes.title')}</h1>
          <p>{t('changes.sub')}</p>
        </div>
        <SaveMenu href={(format) => exportHref('changes', changeFilters(search), format)} />
        {create && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={create}>
            {t('changes.new')}
          </Button>
        )}
      </header>
      <section className={c.card} aria-label={t('changes.title')}>
        <ChangeFilters search={search} go={go} />
        <List search={search} clear={() => go({})} create={create} />
      </section>
      {making && (
        <NewChangeDialog
          onClose={() => setMaking(false)}
          onMade={({ number }) => void navigate({ to: '/desk/changes/$number', params: { number } })}
        />
      )}
    </main>
  );
}
