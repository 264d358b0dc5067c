import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import list from '../assets/assets.module.css';
import { useFormat } from '../format';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import c from './import.module.css';
import { type AppliedImport, importQueries } from './import-queries';

function Row({ file }: { file: AppliedImport }) {
  const { t } = useTexts();
  const { dateTime, number } = useFormat();
  const { created = 0, changed = 0, ended = 0 } = file.progress ?? {};
  const outcome = t('imports.outcomeOf', { created: number(created), changed: number(changed), ended: number(ended) });
  const state = file.state === 'applying' || file.state === 'failed' ? ` · ${t(`imports.state.${file.state}`)}` : '';
  return (
    <tr>
      <th scope="row">
        <Link to="/admin/imports" search={{ file: file.id }}>
          {file.fileName}
        </Link>
        <small>
          {t(`imports.kind.${file.kind}`)} · {file.source}
        </small>
      </th>
      <td data-label={t('imports.when')} className="num">
        {dateTime(file.checkedAt)}
      </td>
      <td data-label={t('imports.by')}>{file.by.name}</td>
      <td data-label={t('imports.outcome')} className="num">
        {outcome}
        {state}
      </td>
    </tr>
  );
}

/** Files that were taken in, the latest first. */
export function PastImports() {
  const { t } = useTexts();
  const past = useInfiniteQuery(importQueries.past());
  const items = past.data?.pages.flatMap((page) => page.items) ?? [];
  if (past.error) return <FailedPage error={past.error} reset={() => void past.refetch()} />;
  if (past.isPending) return <Skeleton height={120} radius={8} role="status" aria-label={t('desk.loading')} />;
  return (
    <section className={c.card} aria-labelledby="past-title">
      <header>
        <h2 id="past-title">{t('imports.past')}</h2>
      </header>
      {items.length === 0 ? (
        <p className={c.hint}>{t('imports.none')}</p>
      ) : (
        <table className={list.table}>
          <thead>
            <tr>
              <th scope="col">{t('imports.file')}</th>
              <th scope="col">{t('imports.when')}</th>
              <th scope="col">{t('imports.by')}</th>
              <th scope="col">{t('imports.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((file) => (
              <Row key={file.id} file={file} />
            ))}
          </tbody>
        </table>
      )}
      {past.hasNextPage && (
        <Button variant="subtle" mt={8} loading={past.isFetchingNextPage} onClick={() => void past.fetchNextPage()}>
          {t('admin.more')}
        </Button>
      )}
    </section>
  );
}
