import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Page, Ticket, TicketSummary } from './types';

type Pages = InfiniteData<Page<TicketSummary>>;

/** Puts a ticket that was just read or changed into every list that shows it, in its place: rows never jump. */
export function patchLists(client: QueryClient, ticket: TicketSummary): void {
  client.setQueriesData<Pages>({ queryKey: ['tickets'] }, (data) => {
    if (!data) return data;
    const pages = data.pages.map((page) => ({
      ...page,
      items: page.items.map((row) => (row.id === ticket.id ? { ...row, ...ticket } : row)),
    }));
    return { ...data, pages };
  });
}

/** Stores the answer to a change under both names of the ticket (id and number), and marks what belongs to it as stale. */
export function ticketChanged(client: QueryClient, ticket: Ticket): void {
  client.setQueryData(['ticket', ticket.id], ticket);
  client.setQueryData(['ticket', ticket.number], ticket);
  patchLists(client, ticket);
  for (const key of [ticket.id, ticket.number]) {
    for (const part of ['comments', 'history', 'clocks', 'attachments']) void client.invalidateQueries({ queryKey: [part, key] });
  }
  void client.invalidateQueries({ queryKey: ['counts'] });
}

/** The row of a ticket in a list on the page; undefined where none shows it. */
export function listedRow(client: QueryClient, id: string): TicketSummary | undefined {
  const lists = client.getQueriesData<Pages>({ queryKey: ['tickets'], type: 'active' });
  return lists
    .flatMap(([, data]) => data?.pages ?? [])
    .flatMap((page) => page.items)
    .find((row) => row.id === id);
}
