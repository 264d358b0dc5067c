import { Button, Select, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { inRiga } from '../../shared/format/riga-time';
import { exportHref } from '../data/export-href';
import { useRight } from '../data/session';
import { useFormat } from '../format';
import { useNow } from '../now';
import { AgentStatusButton } from '../registers/AgentStatusButton';
import { SaveMenu } from '../reports/SaveMenu';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { assetQueries } from './asset-queries';
import { itemStatuses, toQuery, type AssetsSearch } from './assets-search';
import c from './assets.module.css';
import { ClassColumn } from './ClassColumn';
import { FigureTable } from './FigureTable';
import { ItemDialog } from './ItemDialog';
import { ItemTable } from './ItemTable';
import { ScopeFilters } from './ScopeFilters';
import type { FindItems, ItemCounts } from './types';

const route = getRouteApi('/desk/assets');
const TYPING_MS = 250;

type Change = (part: { [Key in keyof AssetsSearch]: AssetsSearch[Key] | undefined }) => void;

function useSearch(): { search: AssetsSearch; change: Change; clear: () => void } {
  const search = route.useSearch();
  const navigate = useNavigate();
  const go = (next: AssetsSearch): void => void navigate({ to: '/desk/assets', search: next, replace: true });
  return {
    search,
    change: (part) => go(Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value)) as AssetsSearch),
    clear: () => go({}),
  };
}

function Head({ counts, query }: { counts: ItemCounts | undefined; query: FindItems }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const mayWrite = useRight('cmdb.write');
  const navigate = useNavigate();
  const [making, setMaking] = useState(false);
  return (
    <header className={c.head}>
      <div>
        <h1>{t('assets.title')}</h1>
        {counts && (
          <p className="num">
            {t('assets.sub', { live: number(counts.live), fleet: number(counts.fleet), office: number(counts.office) })}
          </p>
        )}
      </div>
      <SaveMenu href={(format) => exportHref('configuration-items', query, format)} />
      {mayWrite && (
        <Button
          variant="default"
          leftSection={<IconFileImport size={16} aria-hidden />}
          renderRoot={(props) => <Link to="/desk/assets/import" {...props} />}
        >
          {t('assets.import')}
        </Button>
      )}
      <AgentStatusButton />
      {mayWrite && (
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
          {t('assets.new')}
        </Button>
      )}
      {making && (
        <ItemDialog onClose={() => setMaking(false)} onDone={({ tag }) => void navigate({ to: '/desk/assets/$tag', params: { tag } })} />
      )}
    </header>
  );
}

function SearchField({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(value);
  const later = useDebouncedCallback(onChange, TYPING_MS);
  return (
    <TextInput
      className={c.search}
      type="search"
      aria-label={t('assets.search')}
      placeholder={t('assets.searchPlaceholder')}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        later(event.currentTarget.value.trim());
      }}
    />
  );
}

function List({ query, filtered, clear }: { query: FindItems; filtered: boolean; clear: () => void }) {
  const { t } = useTexts();
  const list = useInfiniteQuery(assetQueries.items(query));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error) return <FailedPage error={list.error} reset={() => void list.refetch()} />;
  if (list.isPending) return <Skeleton height={420} radius={8} role="status" aria-label={t('desk.loading')} />;
  if (items.length === 0)
    return (
      <div className={c.nothing} role="status">
        <h2>{t(filtered ? 'assets.none' : 'assets.empty')}</h2>
        <p>{t(filtered ? 'assets.noneHint' : 'assets.emptyHint')}</p>
        {filtered && (
          <Button variant="default" onClick={clear}>
            {t('assets.clear')}
          </Button>
        )}
      </div>
    );
  return (
    <>
      <ItemTable items={items} />
      {list.hasNextPage && (
        <Button variant="subtle" mt={8} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('assets.more')}
        </Button>
      )}
    </>
  );
}

/** The register: every device that the person reads, by class, status, place, service and end of support. */
export function AssetsPage() {
  const { t } = useTexts();
  const { search, change, clear } = useSearch();
  const { date } = inRiga(useNow());
  const counts = useQuery(assetQueries.counts());
  const query = toQuery(search, date);
  const sees = useRight('cmdb.read.all');
  return (
    <main className={c.page}>
      <Head counts={counts.data} query={query} />
      {!sees && counts.data && <FigureTable counts={counts.data} />}
      <div className={c.columns}>
        {sees && <ClassColumn counts={counts.data} search={search} onChoose={(code) => change({ class: code })} />}
        <section className={c.card} aria-label={t('assets.title')}>
          <div className={c.filters}>
            <SearchField key={search.q === undefined ? 'empty' : 'typed'} value={search.q ?? ''} onChange={(q) => change({ q })} />
            <Select
              aria-label={t('assets.status')}
              className={c.filter}
              data={[
                { value: '', label: t('assets.status.live') },
                ...itemStatuses.map((one) => ({ value: one, label: t(`assets.status.${one}`) })),
              ]}
              allowDeselect={false}
              value={search.status ?? ''}
              onChange={(status) => change({ status: itemStatuses.find((one) => one === status) })}
            />
            {sees && <ScopeFilters search={search} change={change} />}
          </div>
          <List query={query} filtered={Object.keys(search).length > 0} clear={clear} />
        </section>
      </div>
    </main>
  );
}
