import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconFilterOff, IconInbox, IconStack2, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../data/queries';
import { useTexts } from '../texts';
import { Keys } from '../shell/Keys';
import { withoutFilters, type View } from './queue-search';
import c from './empty.module.css';
import { useQueueSearch } from './use-queue';

interface NextProps {
  view: View;
  icon: Icon;
  title: string;
  detail: string;
  keys: string;
  first?: boolean;
}

function NextThing({ view, icon: Sign, title, detail, keys, first = false }: NextProps) {
  return (
    <li>
      <Link to="/desk" search={{ view }} data-first={first || undefined}>
        <Sign size={22} stroke={1.8} aria-hidden />
        <span>
          <b>{title}</b>
          <small>{detail}</small>
        </span>
        <Keys keys={keys} />
      </Link>
    </li>
  );
}

function NoMatch() {
  const { t } = useTexts();
  const { search, change } = useQueueSearch();
  return (
    <div className={c.empty}>
      <span className={c.emptySign}>
        <IconFilterOff size={32} stroke={1.8} aria-hidden />
      </span>
      <h2>{t('queue.noMatch.title')}</h2>
      <p>{t('queue.noMatch.text')}</p>
      <Button onClick={() => change(withoutFilters(search))}>{t('queue.filter.clear')}</Button>
    </div>
  );
}

/** An empty view says that it is done and offers the next useful things with their keys. */
export function EmptyQueue({ filtered, view }: { filtered: boolean; view: View }) {
  const { t } = useTexts();
  const { data: counts } = useQuery(queries.counts());
  if (filtered) return <NoMatch />;
  const { breaching = 0, unassigned = 0, all = 0 } = counts ?? {};
  const things: (NextProps & { waiting: number })[] = [
    {
      view: 'breaching',
      waiting: breaching,
      icon: IconAlertTriangle,
      title: t('queue.next.breaching', { count: breaching }),
      detail: t('queue.next.breachingText'),
      keys: 'G S',
    },
    {
      view: 'unassigned',
      waiting: unassigned,
      icon: IconInbox,
      title: t('queue.next.unassigned'),
      detail: t('queue.next.unassignedText', { count: unassigned }),
      keys: 'G N',
    },
    {
      view: 'all',
      waiting: all,
      icon: IconStack2,
      title: t('queue.next.all'),
      detail: t('queue.next.allText', { count: all }),
      keys: 'G A',
    },
  ];
  const next = things.filter((thing) => thing.view !== view && thing.waiting > 0);
  return (
    <div className={c.empty}>
      <span className={c.emptySign}>
        <IconCheck size={34} stroke={2} aria-hidden />
      </span>
      <h2>{t(`queue.empty.${view}`)}</h2>
      <p>{[t(`queue.emptyText.${view}`), ...(next.length > 0 && view !== 'all' ? [t('queue.emptyText.next')] : [])].join(' ')}</p>
      {next.length > 0 && (
        <ul className={c.next}>
          {next.map(({ waiting: _, ...thing }, index) => (
            <NextThing key={thing.view} {...thing} first={index === 0} />
          ))}
        </ul>
      )}
    </div>
  );
}
