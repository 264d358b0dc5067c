import { Checkbox, Skeleton } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type CSSProperties } from 'react';
import { useMarked, useStale } from '../live';
import type { TicketSummary } from '../data/types';
import { useTexts } from '../texts';
import { type Column, sortOf, type Sort } from './queue-search';
import c from './rows.module.css';
import { TicketRow } from './TicketRow';
import { isSelectable, type Selection } from './use-selection';
import { useOpenNumber, useQueueSearch, type TicketRows } from './use-queue';

const ROW_PX = 52;
/** The next page is asked for when this many rows remain below. */
const AHEAD = 12;

function SortButton({ sort, children }: { sort: Sort; children: string }) {
  const { search, change } = useQueueSearch();
  const { t } = useTexts();
  const on = sortOf(search) === sort;
  return (
    <button type="button" aria-pressed={on} title={t(`queue.sort.${sort}`)} onClick={() => change({ ...search, sort })}>
      {children}
      {on && <IconArrowDown size={13} aria-hidden />}
    </button>
  );
}

const sortsBy: Partial<Record<Column, Sort>> = { submitted: '-submitted', updated: '-updated' };

function HeadRow({ selection, columns }: { selection: Selection; columns: readonly Column[] }) {
  const { t } = useTexts();
  return (
    <div className={c.headRow}>
      <Checkbox
        size="24px"
        className={c.pickAll}
        aria-label={t('queue.selectAll')}
        checked={selection.state === 'all'}
        indeterminate={selection.state === 'some'}
        onChange={selection.toggleAll}
      />
      <SortButton sort="priority">{t('queue.column.priority')}</SortButton>
      <span>{t('queue.column.subject')}</span>
      {columns.map((column) => (
        <span key={column} className={c.extra}>
          {sortsBy[column] ? <SortButton sort={sortsBy[column]}>{t(`queue.column.${column}`)}</SortButton> : t(`queue.column.${column}`)}
        </span>
      ))}
      <span className={c.stateColumn}>{t('queue.column.state')}</span>
      <SortButton sort="due">{t('queue.column.due')}</SortButton>
      <span className="vh">{t('queue.column.assignee')}</span>
    </div>
  );
}

/** The shape of what comes. */
export function SkeletonRows() {
  const { t } = useTexts();
  return (
    <div className={c.scroll} role="status" aria-label={t('desk.loading')}>
      {Array.from({ length: 12 }, (_, index) => (
        <div key={index} className={c.skeleton}>
          <Skeleton height={14} width={16} />
          <span>
            <Skeleton height={13} width={`${46 + ((index * 17) % 42)}%`} />
            <Skeleton height={11} width={`${34 + ((index * 11) % 30)}%`} mt={6} />
          </span>
          <Skeleton height={20} width={88} className={c.stateColumn} />
          <Skeleton height={14} width={84} />
          <Skeleton height={26} circle />
        </div>
      ))}
    </div>
  );
}

interface Props {
  list: TicketRows;
  cursor: string | null;
  onCursor: (id: string) => void;
  selection: Selection;
  /** What a wide list shows beside the subject; none beside an open ticket. */
  columns: readonly Column[];
}

interface PickProps {
  row: TicketSummary;
  selection: Selection;
}

/** The box of a row; with Shift it takes all rows from the last one on. */
function Pick({ row, selection }: PickProps) {
  const { t } = useTexts();
  const shift = useRef(false);
  if (!isSelectable(row)) return null;
  return (
    <Checkbox
      size="24px"
      className={c.pick}
      aria-label={t('queue.select', { number: row.number })}
      checked={selection.has(row.id)}
      onClick={(event) => (shift.current = event.shiftKey)}
      onChange={() => selection.toggle(row.id, shift.current)}
    />
  );
}

/** Two-line rows, drawn only where they are seen; further pages come while scrolling. */
export function TicketList({ list, cursor, onCursor, selection, columns }: Props) {
  const { t } = useTexts();
  const scroll = useRef<HTMLDivElement>(null);
  const number = useOpenNumber();
  const marked = useMarked();
  const stale = useStale();
  const { rows, loadMore } = list;
  const at = rows.findIndex((row) => row.id === cursor);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => ROW_PX, overscan: 8 });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
  }, [at, virtual]);
  useEffect(() => {
    if (last >= rows.length - AHEAD) loadMore();
  }, [last, rows.length, loadMore]);
  const widths = { '--extra': columns.length > 0 ? `repeat(${columns.length}, minmax(90px, 0.42fr))` : '' } as CSSProperties;
  return (
    <div className={c.table} style={widths} data-wide={columns.length > 0 || undefined}>
      <HeadRow selection={selection} columns={columns} />
      <div ref={scroll} className={c.scroll} data-focus-ring tabIndex={-1}>
        <ol className={c.rows} style={{ height: virtual.getTotalSize() }} aria-label={t('queue.list')} aria-busy={list.isFetching}>
          {items.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            const position = { 'aria-setsize': list.hasMore ? -1 : rows.length, 'aria-posinset': item.index + 1 };
            return (
              <li
                key={row.id}
                style={{ transform: `translateY(${item.start}px)` }}
                data-selected={selection.has(row.id) || undefined}
                {...position}
              >
                <Pick row={row} selection={selection} />
                <TicketRow
                  ticket={row}
                  current={row.id === cursor}
                  open={row.number === number}
                  changed={marked.has(row.id)}
                  stale={stale.has(row.id)}
                  columns={columns}
                  onCursor={onCursor}
                />
              </li>
            );
          })}
        </ol>
      </div>
    </div>
  );
}
