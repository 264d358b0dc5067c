import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let moves = 0;

const notify = (): void => {
  moves += 1;
  listeners.forEach((listener) => listener());
};

addEventListener('popstate', notify);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const address = (): string => location.pathname + location.search;

/** Goes to a page of the portal without loading it anew; with `keepPlace` the page stays where it is scrolled to. */
export function navigate(to: string, options: { replace?: boolean; keepPlace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  if (!options.keepPlace) scrollTo(0, 0);
  notify();
}

/** Whether the person has moved inside the portal: then the new page takes the focus, which a first load leaves to the browser. */
export const hasMoved = (): boolean => moves > 0;

export interface Place {
  path: string;
  search: URLSearchParams;
}

/** The present address. */
export function usePlace(): Place {
  const url = new URL(useSyncExternalStore(subscribe, address), location.origin);
  return { path: url.pathname.replace(/(.)\/$/, '$1'), search: url.searchParams };
}

/** The value of `:name` in `/tickets/:name` for a path that fits, else null. A pattern without a name gives an empty text. */
export function matchPath(pattern: string, path: string): string | null {
  const [head = '', name] = pattern.split(':');
  if (name === undefined) return path === pattern ? '' : null;
  if (!path.startsWith(head)) return null;
  const value = path.slice(head.length);
  return value && !value.includes('/') ? decodeURIComponent(value) : null;
}
