import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import item from '../assets/item.module.css';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { adminQueries, type ChangeEntry, type HistoryKind } from './admin-queries';

function Entry({ entry }: { entry: ChangeEntry }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const said = (value: string | null): string => value ?? t('admin.wasEmpty');
  const personal = entry.changes.filter((change) => change.personal).map(({ label }) => label);
  return (
    <li>
      <time className="num" dateTime={entry.at}>
        {dateTime(entry.at)}
      </time>
      <div>
        <b>{entry.text}</b>
        <small>
          {entry.actor?.name || t('admin.system')}
          {entry.byImport && ` · ${t('admin.byImport')}`}
        </small>
        {personal.length > 0 && <p>{t('admin.personalChanged', { fields: personal.join(', ') })}</p>}
        {entry.changes
          .filter((change) => !change.personal)
          .map(({ field, label, from, to }) => (
            <p key={field}>
              {label}: <s>{said(from)}</s> → {said(to)}
            </p>
          ))}
      </div>
    </li>
  );
}

/** What happened to a record, the latest first. */
export function HistoryCard({ kind, id }: { kind: HistoryKind; id: string }) {
  const { t } = useTexts();
  const { data } = useQuery(adminQueries.history(kind, id));
  return (
    <section className={item.card} aria-labelledby="history-title">
      <header>
        <h2 id="history-title">{t('admin.history')}</h2>
      </header>
      {!data && <Skeleton height={120} />}
      {data?.length === 0 && <p className={item.quiet}>{t('admin.historyNone')}</p>}
      <ol className={item.history}>{data && [...data].reverse().map((entry) => <Entry key={entry.id} entry={entry} />)}</ol>
    </section>
  );
}
