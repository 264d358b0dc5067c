import { Button, Menu, TextInput } from '@mantine/core';
import { IconArrowsSort, IconChevronDown, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { memo, useEffect, useState, type RefObject } from 'react';
import { queries } from '../data/queries';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { FilterChips, FilterMenu } from './Filters';
import { isFiltered, sorts, views } from './queue-search';
import c from './list.module.css';
import { useQueueSearch } from './use-queue';
import { useListedGroups } from './ViewsColumn';

const TYPING_MS = 250;

function useTitle(): string {
  const { t } = useTexts();
  const { search } = useQueueSearch();
  const groups = useListedGroups();
  const view = search.view ?? 'mine';
  const group = view === 'all' ? groups.find((one) => one.id === search.groupId) : undefined;
  return group?.name ?? t(`view.${view}`);
}

/** On a phone the views stand behind the title. */
function ViewMenu() {
  const { t } = useTexts();
  const { number } = useFormat();
  const title = useTitle();
  const groups = useListedGroups();
  const { data: counts } = useQuery(queries.counts());
  return (
    <Menu shadow="md" width={260}>
      <Menu.Target>
        <button type="button" className={c.viewButton}>
          {title}
          <IconChevronDown size={16} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {views.map((view) => (
          <Menu.Item
            key={view}
            renderRoot={(props) => <Link to="/desk" search={{ view }} {...props} />}
            rightSection={counts ? number(counts[view] ?? 0) : null}
          >
            {t(`view.${view}`)}
          </Menu.Item>
        ))}
        {groups.length > 0 && <Menu.Label>{t('queue.groups')}</Menu.Label>}
        {groups.map((group) => (
          <Menu.Item
            key={group.id}
            renderRoot={(props) => <Link to="/desk" search={{ view: 'all', groupId: group.id }} {...props} />}
            rightSection={group.count}
          >
            {group.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function TextFilter({ inputRef }: { inputRef: RefObject<HTMLInputElement | null> }) {
  const { t } = useTexts();
  const { search, change } = useQueueSearch();
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === null) return;
    const timer = window.setTimeout(() => {
      const { q: _old, ...rest } = search;
      change(typed.trim() ? { ...rest, q: typed.trim() } : rest);
      setTyped(null);
    }, TYPING_MS);
    return () => window.clearTimeout(timer);
  }, [typed, search, change]);
  return (
    <TextInput
      ref={inputRef}
      size="sm"
      className={c.search}
      aria-label={t('queue.filter.text')}
      placeholder={t('queue.filter.placeholder')}
      leftSection={<IconSearch size={15} aria-hidden />}
      value={typed ?? search.q ?? ''}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
    />
  );
}

function SortMenu() {
  const { t } = useTexts();
  const { search, change } = useQueueSearch();
  const current = search.sort ?? 'due';
  return (
    <Menu position="bottom-end" shadow="md" width={240}>
      <Menu.Target>
        <Button size="sm" variant="default" px={9} aria-label={t('queue.sort.label')} title={t('queue.sort.label')}>
          <IconArrowsSort size={16} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('queue.sort.label')}>
        <Menu.RadioGroup value={current} onChange={(value) => change({ ...search, sort: sorts.find((sort) => sort === value) ?? 'due' })}>
          {sorts.map((sort) => (
            <Menu.RadioItem key={sort} value={sort} closeMenuOnClick>
              {t(`queue.sort.${sort}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

interface Props {
  filterRef: RefObject<HTMLInputElement | null>;
  shown: number;
  hasMore: boolean;
}

/** Title with the count, text filter, filters, order. */
export const ListHead = memo(function ListHead({ filterRef, shown, hasMore }: Props) {
  const { t } = useTexts();
  const { search } = useQueueSearch();
  const { data: counts } = useQuery(queries.counts());
  const title = useTitle();
  const whole = isFiltered(search) ? null : (counts?.[search.view ?? 'mine'] ?? null);
  const count = whole ?? shown;
  return (
    <header className={c.head}>
      <div className={c.title}>
        <h2 className={c.wideOnly}>{title}</h2>
        <span className={c.narrowOnly}>
          <ViewMenu />
        </span>
        <span className="num">{whole === null && hasMore ? t('queue.countMore', { count }) : t('queue.count', { count })}</span>
      </div>
      <TextFilter inputRef={filterRef} />
      <FilterMenu />
      <SortMenu />
      <FilterChips />
    </header>
  );
});
