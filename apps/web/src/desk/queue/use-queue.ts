import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { queries } from '../data/queries';
import type { TicketSummary } from '../data/types';
import { queueQuery, type QueueSearch } from './queue-search';

const route = getRouteApi('/queue');
const SCREENFUL = 20;

/** The search of the queue in the URL and the way to change it; a change of filters keeps the open ticket. */
export function useQueueSearch() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const change = (next: QueueSearch): void => void navigate({ to: '.', search: next, replace: true });
  return { search, change };
}

/** Number of the ticket that is open beside the list, or null. */
export function useOpenNumber(): string | null {
  const { number } = useParams({ strict: false });
  return number ?? null;
}

/** Opens a ticket beside the list, keeping view and filters. */
export function useOpenTicket() {
  const navigate = useNavigate();
  return (number: string, replace = false): void =>
    void navigate({ to: '/desk/tickets/$number', params: { number }, search: (old) => old, replace });
}

export interface TicketRows {
  rows: TicketSummary[];
  isPending: boolean;
  isFetching: boolean;
  error: Error | null;
  /** When its first page was read from the server, in milliseconds. */
  readAt: number;
  hasMore: boolean;
  /** Pages were read and there are more, but nothing was found yet. */
  isLooking: boolean;
  loadMore: () => void;
  reload: () => void;
}

/** The rows of the queue, page after page. */
export function useTicketRows(search: QueueSearch): TicketRows {
  const query = useInfiniteQuery(queries.tickets(queueQuery(search)));
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  // A page looks through so much and no more: one that found little goes on by itself, until there is a screenful to see.
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError && rows.length < SCREENFUL) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage, rows.length]);
  return {
    rows,
    isPending: query.isPending,
    isFetching: query.isFetching,
    error: query.error,
    readAt: query.data?.pages[0]?.readAt ?? 0,
    hasMore: query.hasNextPage,
    isLooking: query.hasNextPage && rows.length < SCREENFUL,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
    reload: () => void query.refetch(),
  };
}
