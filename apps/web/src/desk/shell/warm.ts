import { useEffect } from 'react';

/** A part of the desk that is fetched when it is first wanted: what `part` makes. */
interface Part {
  preload?: (() => Promise<void> | undefined) | undefined;
}

/** Where the browser cannot say that it is idle, in milliseconds. */
const LATER_MS = 1500;
/** A page that is never idle gets its parts all the same, in milliseconds. */
const LATEST_MS = 4000;

function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = window.setTimeout(run, LATER_MS);
    return () => window.clearTimeout(timer);
  }
  const request = requestIdleCallback(run, { timeout: LATEST_MS });
  return () => cancelIdleCallback(request);
}

/** Fetches what is likely to be wanted next once the page has nothing else to do: what is here already opens without a blink. */
export function useWarm(parts: readonly Part[]): void {
  useEffect(() => whenIdle(() => parts.forEach((part) => void part.preload?.())), [parts]);
}
