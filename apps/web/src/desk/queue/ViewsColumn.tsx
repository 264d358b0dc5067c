import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../data/queries';
import { useMe, useRight } from '../data/session';
import type { Counts, Ref } from '../data/types';
import { useFormat } from '../format';
import { useShell } from '../shell/shell-context';
import { Keys } from '../shell/Keys';
import { useTexts } from '../texts';
import { views, type QueueSearch, type View } from './queue-search';
import c from './queue.module.css';
import { useSavedViews } from './saved-views';
import { tallyText } from './tally';
import { useQueueSearch } from './use-queue';

/** Groups that the column lists: those that the server counts, else the person's own. */
export function useListedGroups(): (Ref & { count: number | null })[] {
  const me = useMe();
  const { data: counts } = useQuery(queries.counts());
  const { data: groups } = useQuery({ ...queries.groups(), enabled: counts?.groups !== undefined });
  const counted = new Map(counts?.groups?.map((group) => [group.id, group.count]));
  const mine = new Set(me.groups.map((group) => group.id));
  const listed = groups?.filter((group) => mine.has(group.id) || (counted.get(group.id) ?? 0) > 0) ?? me.groups;
  return listed.map(({ id, name }) => ({ id, name, count: counted.get(id) ?? null }));
}

interface ViewLinkProps {
  search: QueueSearch;
  current: boolean;
  name: string;
  count: number | null;
  /** There are that many or more. */
  more?: boolean;
  warn?: boolean;
}

function ViewLink({ search, current, name, count, more = false, warn = false }: ViewLinkProps) {
  const { number } = useFormat();
  return (
    <li>
      <Link to="/desk" search={search} aria-current={current ? 'page' : undefined}>
        <span>{name}</span>
        <b className="num" data-warn={(warn && count !== null && count > 0) || undefined}>
          {count === null ? '' : tallyText({ count, more }, number)}
        </b>
      </Link>
    </li>
  );
}

const countOf = (counts: Counts | undefined, view: View): number | null => counts?.[view] ?? null;

/** The column of views with live counts, and one view for each group. */
export function ViewsColumn() {
  const { t } = useTexts();
  const { search } = useQueueSearch();
  const { data: counts } = useQuery(queries.counts());
  const { openNew } = useShell();
  const mayCreate = useRight('ticket.create');
  const groups = useListedGroups();
  const saved = useSavedViews();
  const view = search.view ?? 'mine';
  const ofGroup = view === 'all' ? search.groupId : undefined;
  return (
    <aside className={c.views} aria-label={t('queue.views')}>
      <h2>{t('desk.rail.tickets')}</h2>
      {mayCreate && (
        <Button leftSection={<IconPlus size={16} aria-hidden />} fullWidth mb={14} onClick={openNew}>
          {t('desk.new')}
        </Button>
      )}
      <ul>
        {views.map((name) => (
          <ViewLink
            key={name}
            search={{ view: name }}
            current={view === name && !ofGroup && !search.saved}
            name={t(`view.${name}`)}
            count={countOf(counts, name)}
            warn={name === 'breaching'}
          />
        ))}
      </ul>
      <ul>
        <li>
          <Link to="/desk/problems">
            <span>{t('problems.title')}</span>
          </Link>
        </li>
      </ul>
      {saved.length > 0 && <h3>{t('views.saved')}</h3>}
      <ul>
        {saved.map((one) => (
          <ViewLink
            key={one.id}
            search={one.search}
            current={search.saved === one.id}
            name={one.name}
            count={one.tally?.count ?? null}
            more={one.tally?.more ?? false}
          />
        ))}
      </ul>
      {groups.length > 0 && <h3>{t('queue.groups')}</h3>}
      <ul>
        {groups.map((group) => (
          <ViewLink
            key={group.id}
            search={{ view: 'all', groupId: group.id }}
            current={ofGroup === group.id && !search.saved}
            name={group.name}
            count={group.count}
          />
        ))}
      </ul>
      <div className={c.hints}>
        <span>
          <Keys keys="J K" /> {t('desk.keys.move')}
        </span>
        <span>
          <Keys keys="X" /> {t('desk.keys.select')}
        </span>
        <span>
          <Keys keys="R" /> {t('desk.keys.reply')}
        </span>
        <span>
          <Keys keys="Ctrl K" /> {t('desk.keys.commands')}
        </span>
        <span>
          <Keys keys="?" /> {t('desk.keys.all')}
        </span>
      </div>
    </aside>
  );
}
