import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { problemText } from '../../shared/api/problem';
import { clearNews, useNews, useOutdated, useStale } from '../live';
import { useKeys } from '../shell/keyboard';
import { useTexts } from '../texts';
import { requestAction, ticketActions } from '../ticket/current-ticket';
import { EmptyQueue } from './EmptyQueue';
import { ListHead } from './ListHead';
import { BulkBar } from './bulk/BulkBar';
import { useWide } from './queue-mode';
import { columnsOf, isFiltered, type Column } from './queue-search';
import c from './list.module.css';
import emptyCss from './empty.module.css';
import { SkeletonRows, TicketList } from './TicketList';
import { useSelection, type Selection } from './use-selection';
import { useOpenNumber, useOpenTicket, useQueueSearch, useTicketRows, type TicketRows } from './use-queue';

const NO_COLUMNS: readonly Column[] = [];

/**
 * J and K move through the rows; with a ticket open beside the list it follows. Enter opens, X selects. Keys of actions open the row first;
 * while rows are selected, those that a batch can do are the batch's.
 */
function useListKeys(list: TicketRows, cursor: string | null, setCursor: (id: string) => void, selection: Selection): void {
  const open = useOpenTicket();
  const number = useOpenNumber();
  const at = list.rows.findIndex((row) => row.id === cursor);
  const move = (step: 1 | -1) => (): void => {
    const row = list.rows[Math.min(list.rows.length - 1, Math.max(0, at + step))];
    if (!row) return;
    setCursor(row.id);
    if (number !== null) open(row.number, true);
  };
  const current = list.rows[at];
  const act = Object.fromEntries(
    Object.entries(ticketActions).map(([key, action]) => [
      key,
      (): void => {
        const target = number ?? current?.number;
        if (!target) return;
        if (number === null) open(target);
        requestAction(target, action);
      },
    ]),
  );
  useKeys({
    ...act,
    x: () => current && selection.toggle(current.id),
    j: move(1),
    k: move(-1),
    ArrowDown: move(1),
    ArrowUp: move(-1),
    Enter: () => current && open(current.number),
  });
}

/** What has happened to the list since it was read. Its rows stay where they are until the reader asks for them anew. */
function NewsBar({ rows, reload }: Pick<TicketRows, 'rows' | 'reload'>) {
  const { t } = useTexts();
  const filed = useNews();
  const stale = useStale();
  const outdated = useOutdated();
  const listed = new Set(rows.map((row) => row.id));
  const news = [...filed].filter((id) => !listed.has(id)).length;
  const changed = [...stale].filter((id) => listed.has(id)).length;
  const parts = [
    ...(outdated ? [t('queue.outdated')] : []),
    ...(changed > 0 ? [t('queue.changedRows', { count: changed })] : []),
    ...(news > 0 ? [t('queue.news', { count: news })] : []),
  ];
  if (parts.length === 0) return null;
  return (
    <div className={c.news} role="status">
      <span>{parts.join(' · ')}</span>
      <Button size="compact-sm" variant="subtle" leftSection={<IconRefresh size={14} aria-hidden />} onClick={reload}>
        {t('queue.showNews')}
      </Button>
    </div>
  );
}

function Failure({ error, retry }: { error: Error; retry: () => void }) {
  const texts = useTexts();
  return (
    <div className={emptyCss.empty} role="alert">
      <h2>{texts.t('queue.failed')}</h2>
      <p>{problemText(texts, error)}</p>
      <Button onClick={retry}>{texts.t('action.retry')}</Button>
    </div>
  );
}

/** The list of the queue with its head, filters and empty states. */
export function ListPane() {
  const { t } = useTexts();
  const { search } = useQueueSearch();
  const list = useTicketRows(search);
  const number = useOpenNumber();
  const filter = useRef<HTMLInputElement>(null);
  const [chosen, setCursor] = useState<string | null>(null);
  const openRow = list.rows.find((row) => row.number === number);
  const cursor = openRow?.id ?? list.rows.find((row) => row.id === chosen)?.id ?? null;
  const selection = useSelection(list.rows);
  const { wide } = useWide();
  const named = search.columns;
  const columns = useMemo(() => (wide ? columnsOf(named) : NO_COLUMNS), [wide, named]);
  useListKeys(list, cursor, setCursor, selection);
  useKeys({ '/': () => filter.current?.focus() });
  const empty = !list.isPending && !list.error && list.rows.length === 0 && !list.hasMore;
  // Another list begins with no news of its own.
  const readAt = list.readAt;
  useEffect(() => clearNews(), [readAt]);
  return (
    <section className={c.list} aria-label={t('queue.list')}>
      <ListHead filterRef={filter} shown={list.rows.length} hasMore={list.hasMore} />
      <NewsBar rows={list.rows} reload={list.reload} />
      {list.isPending && <SkeletonRows />}
      {list.error && list.rows.length === 0 && <Failure error={list.error} retry={list.reload} />}
      {empty && <EmptyQueue filtered={isFiltered(search)} view={search.view ?? 'mine'} />}
      {list.rows.length > 0 && <TicketList list={list} cursor={cursor} onCursor={setCursor} selection={selection} columns={columns} />}
      {list.isLooking && !list.isPending && (
        <p className={c.further} role="status">
          {t('queue.lookingFurther')}
        </p>
      )}
      <BulkBar selection={selection} />
    </section>
  );
}
