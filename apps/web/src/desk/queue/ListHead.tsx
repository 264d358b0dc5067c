import { Button, Menu, TextInput } from '@mantine/core';
import { IconChevronDown, IconLayoutColumns, IconLayoutList, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { memo, useEffect, useState, type RefObject } from 'react';
import { queries } from '../data/queries';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { FilterChips, FilterMenu } from './Filters';
import c from './list.module.css';
import { ListMenu } from './ListMenu';
import { useWide } from './queue-mode';
import { isFiltered, isSameList, openStates, views } from './queue-search';
import { useSavedViews } from './saved-views';
import { tallyText } from './tally';
import { useQueueSearch } from './use-queue';
import { ViewActions } from './ViewActions';
import { useListedGroups } from './ViewsColumn';

const TYPING_MS = 250;

function useTitle(): string {
  const { t } = useTexts();
  const { search } = useQueueSearch();
  const groups = useListedGroups();
  const saved = useSavedViews().find(({ id }) => id === search.saved);
  const view = search.view ?? 'mine';
  const group = view === 'all' ? groups.find((one) => one.id === search.groupId) : undefined;
  const finished = view === 'all' && search.state?.split(',').some((state) => !openStates.includes(state));
  return saved?.name ?? group?.name ?? t(finished ? 'queue.allTickets' : `view.${view}`);
}

/** On a phone the views stand behind the title. */
function ViewMenu() {
  const { t } = useTexts();
  const { number } = useFormat();
  const title = useTitle();
  const groups = useListedGroups();
  const saved = useSavedViews();
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
        {saved.length > 0 && <Menu.Label>{t('views.saved')}</Menu.Label>}
        {saved.map((view) => (
          <Menu.Item
            key={view.id}
            renderRoot={(props) => <Link to="/desk" search={view.search} {...props} />}
            rightSection={view.tally && tallyText(view.tally, number)}
          >
            {view.name}
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

interface Props {
  filterRef: RefObject<HTMLInputElement | null>;
  shown: number;
  hasMore: boolean;
}

/** How many tickets the list holds, as far as that is known: from the counts where it is one of the counted views, else what is loaded. */
function useCountText(shown: number, hasMore: boolean): string {
  const { t } = useTexts();
  const { search } = useQueueSearch();
  const { data: counts } = useQuery(queries.counts());
  const saved = useSavedViews().find((view) => view.id === search.saved && isSameList(view.search, search));
  const whole = isFiltered(search) || search.saved ? null : (counts?.[search.view ?? 'mine'] ?? null);
  if (!hasMore) return t('queue.count', { count: shown });
  if (whole !== null) return t('queue.count', { count: Math.max(whole, shown) });
  const least = Math.max(saved?.tally?.count ?? 0, shown);
  return saved?.tally && !saved.tally.more ? t('queue.count', { count: least }) : t('queue.countMore', { count: least });
}

function ModeButton() {
  const { t } = useTexts();
  const { wide, turn } = useWide();
  const label = t(wide ? 'queue.mode.split' : 'queue.mode.wide');
  return (
    <Button size="sm" variant="default" px={9} className={c.wideOnly} aria-label={label} title={label} onClick={turn}>
      {wide ? <IconLayoutColumns size={16} aria-hidden /> : <IconLayoutList size={16} aria-hidden />}
    </Button>
  );
}

/** Title with the count, text filter, filters, order, and what can be done with the view. */
export const ListHead = memo(function ListHead({ filterRef, shown, hasMore }: Props) {
  const title = useTitle();
  const count = useCountText(shown, hasMore);
  const { wide } = useWide();
  return (
    <header className={c.head}>
      <div className={c.title}>
        <h2 className={c.wideOnly}>{title}</h2>
        <span className={c.narrowOnly}>
          <ViewMenu />
        </span>
        <span className="num">{count}</span>
        <ViewActions />
      </div>
      <TextFilter inputRef={filterRef} />
      <FilterMenu />
      <ModeButton />
      <ListMenu wide={wide} />
      <FilterChips />
    </header>
  );
});
