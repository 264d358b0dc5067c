import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { assetQueries } from './asset-queries';
import c from './item.module.css';
import type { Item, ItemHistoryEntry } from './types';

function Entry({ entry }: { entry: ItemHistoryEntry }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const said = (value: string | null): string => value ?? t('assets.wasEmpty');
  return (
    <li>
      <time className="num" dateTime={entry.at}>
        {dateTime(entry.at)}
      </time>
      <div>
        <b>{entry.text}</b>
        <small>
          {entry.actor?.name || t('assets.system')}
          {entry.byImport && ` · ${t('assets.byImport')}`}
        </small>
        {entry.changes.map(({ field, label, from, to }) => (
          <p key={field}>
            {label}: <s>{said(from)}</s> → {said(to)}
          </p>
        ))}
      </div>
    </li>
  );
}

/** What happened to a device, the latest first. */
export function ItemHistory({ item }: { item: Item }) {
  const { t } = useTexts();
  const { data } = useQuery(assetQueries.history(item.id));
  return (
    <section className={c.card} aria-labelledby="history-title">
      <header>
        <h2 id="history-title">{t('assets.history')}</h2>
      </header>
      {!data && <Skeleton height={120} />}
      <ol className={c.history}>{data && [...data].reverse().map((entry) => <Entry key={entry.id} entry={entry} />)}</ol>
    </section>
  );
}
