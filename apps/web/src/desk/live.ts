import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { api, bodyOf } from '../shared/api/api';
import { onLive, type LiveEvent } from '../shared/live/stream';
import { listedRow, patchLists } from './data/ticket-cache';
import type { Ticket } from './data/types';

const MARK_MS = 6000;
const COUNTS_WAIT_MS = 800;
const listeners = new Set<() => void>();
let marked: ReadonlySet<string> = new Set();
let news: ReadonlySet<string> = new Set();
let stale: ReadonlySet<string> = new Set();
let outdated = false;

const tell = (): void => listeners.forEach((listener) => listener());
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function mark(id: string): void {
  marked = new Set(marked).add(id);
  tell();
  window.setTimeout(() => {
    marked = new Set([...marked].filter((other) => other !== id));
    tell();
  }, MARK_MS);
}

/** Tickets that the server changed a moment ago: their rows carry a quiet mark. */
export function useMarked(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, () => marked);
}

/** Tickets that were filed since the list was read last: a bar offers to read it again. */
export function useNews(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, () => news);
}

/** Listed tickets that somebody changed since the list was read. */
export function useStale(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, () => stale);
}

/** Whether changes may have been missed since the list was read: the connection was away. */
export function useOutdated(): boolean {
  return useSyncExternalStore(subscribe, () => outdated);
}

/** The list was read anew. */
export function clearNews(): void {
  news = new Set();
  stale = new Set();
  outdated = false;
  tell();
}

async function refresh(client: QueryClient, event: Extract<LiveEvent, { type: 'ticket' }>): Promise<void> {
  const known = client.getQueryData<Ticket>(['ticket', event.id]) ?? client.getQueryData<Ticket>(['ticket', event.number]);
  const listed = listedRow(client, event.id);
  if (!listed && event.change === 'incidents.submitted') {
    news = new Set(news).add(event.id);
    tell();
  }
  for (const key of [event.id, event.number]) {
    for (const part of ['comments', 'history', 'clocks']) void client.invalidateQueries({ queryKey: [part, key] });
  }
  if ((!listed && !known) || (known && known.version >= event.version && !event.change.startsWith('sla.'))) return;
  const ticket = (await bodyOf(api.GET('/api/v1/tickets/{id}', { params: { path: { id: event.id } } }))) as Ticket;
  client.setQueryData(['ticket', ticket.id], ticket);
  client.setQueryData(['ticket', ticket.number], ticket);
  patchLists(client, ticket);
  // What only ticked or was said has not changed the row's place.
  if (listed && listed.version < ticket.version) stale = new Set(stale).add(ticket.id);
  mark(ticket.id);
}

function resync(client: QueryClient): void {
  // The list stays as it is; its reader is told, and reads it anew when he likes.
  outdated = true;
  tell();
  for (const key of ['ticket', 'counts', 'comments', 'history', 'clocks', 'notices', 'presence'])
    void client.invalidateQueries({ queryKey: [key] });
}

/** Listens to the server's stream (one for all tabs of the browser) and keeps what is on the page true. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer = 0;
    const stop = onLive((event) => {
      if (event.type === 'ticket') void refresh(client, event).catch(() => resync(client));
      if (event.type === 'notice') void client.invalidateQueries({ queryKey: ['notices'] });
      if (event.type === 'presence') void client.invalidateQueries({ queryKey: ['presence', event.id] });
      if (event.type === 'opened') void client.invalidateQueries({ queryKey: ['presence'] });
      if (event.type === 'resync') resync(client);
      if (event.type === 'counts' || event.type === 'ticket') {
        window.clearTimeout(timer);
        timer = window.setTimeout(() => void client.invalidateQueries({ queryKey: ['counts'] }), COUNTS_WAIT_MS);
      }
    });
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, [client]);
}
