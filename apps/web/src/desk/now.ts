import { useSyncExternalStore } from 'react';
import { browserNow } from '../shared/format/browser-clock';

const TICK_MS = 20_000;
const listeners = new Set<() => void>();
let now = browserNow();
let timer = 0;

function tick(): void {
  now = browserNow();
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = browserNow();
    timer = window.setInterval(tick, TICK_MS);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.clearInterval(timer);
  };
}

/** The browser's time (epoch ms), renewed every 20 seconds for everything on the page at once. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
