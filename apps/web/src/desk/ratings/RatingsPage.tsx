import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { queries } from '../data/queries';
import { useMe } from '../data/session';
import reportsCss from '../reports/reports.module.css';
import tabsCss from '../reports/tabs.module.css';
import { useTexts } from '../texts';
import { RatingList } from './RatingList';
import c from './ratings.module.css';
import { followUpsQuery } from './ratings-queries';
import type { RatingsSearch } from './ratings-search';
import { Tasks } from './Tasks';

const route = getRouteApi('/desk/ratings');

/** The groups to choose from: one's own, or all for who reads all. */
function useGroups(): { id: string; name: string }[] {
  const me = useMe();
  const everything = me.rights.includes('rating.list.all');
  const all = useQuery({ ...queries.groups(), enabled: everything });
  return everything ? (all.data ?? []) : me.groups;
}

function Tabs({ search, show }: { search: RatingsSearch; show: 'tasks' | 'ratings' }) {
  const { t } = useTexts();
  const tasks = useInfiniteQuery(followUpsQuery('open', search.groupId));
  const { open = 0, overdue = 0 } = tasks.data?.pages[0] ?? {};
  const group = search.groupId ? { groupId: search.groupId } : {};
  return (
    <nav className={tabsCss.tabs} aria-label={t('ratings.title')}>
      <Link
        to="/desk/ratings"
        search={group}
        className={tabsCss.tab}
        aria-current={show === 'tasks' ? 'page' : undefined}
        activeOptions={{ exact: true }}
      >
        {t('ratings.tasks')} {open > 0 && <span className={`${c.count} num`}>{open}</span>}
        {overdue > 0 && <span className={`${c.late} num`}>▲ {t('ratings.overdue', { count: overdue })}</span>}
      </Link>
      <Link
        to="/desk/ratings"
        search={{ ...group, show: 'ratings' }}
        className={tabsCss.tab}
        aria-current={show === 'ratings' ? 'page' : undefined}
        activeOptions={{ exact: true }}
      >
        {t('ratings.list')}
      </Link>
    </nav>
  );
}

/** What people said of the work of one's groups, and what its leads found out where it was bad. */
export function RatingsPage() {
  const { t } = useTexts();
  const search = route.useSearch();
  const navigate = useNavigate();
  const me = useMe();
  const groups = useGroups();
  const follows = me.rights.includes('rating.follow-up');
  const show = follows && search.show !== 'ratings' ? 'tasks' : 'ratings';
  const change = (part: Partial<RatingsSearch>): void =>
    void navigate({ to: '/desk/ratings', search: { ...search, ...part }, replace: true });
  return (
    <main className={reportsCss.page}>
      <header className={reportsCss.head}>
        <div>
          <h1>{t('ratings.title')}</h1>
          <p>{t('ratings.why')}</p>
        </div>
        {groups.length > 1 && (
          <NativeSelect
            aria-label={t('ratings.group')}
            value={search.groupId ?? ''}
            onChange={(event) => change({ groupId: event.currentTarget.value || undefined } as Partial<RatingsSearch>)}
            data={[{ value: '', label: t('ratings.allGroups') }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
      </header>
      {follows && <Tabs search={search} show={show} />}
      {show === 'tasks' ? (
        <Tasks
          done={search.done === true}
          groupId={search.groupId}
          onDone={(done) => change({ done: done || undefined } as Partial<RatingsSearch>)}
        />
      ) : (
        <RatingList search={search} onSearch={change} />
      )}
    </main>
  );
}
