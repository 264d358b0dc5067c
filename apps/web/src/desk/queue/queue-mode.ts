import { useSyncExternalStore } from 'react';

const KEY = 'atbalsts-queue-mode';

/** How the queue stands: the ticket beside the list, or list and ticket each over the whole width. */
export type QueueMode = 'split' | 'wide';

const listeners = new Set<() => void>();
let mode: QueueMode | null = null;

function stored(): QueueMode {
  try {
    return localStorage.getItem(KEY) === 'wide' ? 'wide' : 'split';
  } catch {
    return 'split';
  }
}

const current = (): QueueMode => (mode ??= stored());

function setMode(next: QueueMode): void {
  mode = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Without storage the mode lasts as long as the page.
  }
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the queue is wide, which this browser remembers, and the way to turn it. */
export function useWide(): { wide: boolean; turn: () => void } {
  const wide = useSyncExternalStore(subscribe, current) === 'wide';
  return { wide, turn: () => setMode(wide ? 'split' : 'wide') };
}
