/** What the server pushes: a ticket changed, counts changed, a notice came, somebody types, or "read everything again" after a gap. */
export type LiveEvent =
  | { type: 'ticket'; id: string; number: string; version: number; change: string }
  | { type: 'counts' }
  | { type: 'notice'; id: string }
  | { type: 'presence'; id: string }
  /** Of this page alone: the stream begins. What was read before it may have missed a word that is told once. */
  | { type: 'opened' }
  | { type: 'resync' };

type Listener = (event: LiveEvent) => void;

const NAME = 'atbalsts-live';
const KINDS = ['ticket', 'counts', 'notice', 'presence', 'resync'] as const;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;

const listeners = new Set<Listener>();
let channel: BroadcastChannel | null = null;
let stop: (() => void) | null = null;

const tell = (event: LiveEvent): void => listeners.forEach((listener) => listener(event));

function publish(event: LiveEvent): void {
  tell(event);
  channel?.postMessage(event);
}

function read(kind: (typeof KINDS)[number], data: string): LiveEvent | null {
  try {
    return { ...(JSON.parse(data || '{}') as object), type: kind } as LiveEvent;
  } catch {
    return null;
  }
}

/** Keeps one EventSource open; the browser reconnects by itself, and where it gives up (an error status) we try again, ever more slowly. */
function openSource(): () => void {
  let source: EventSource | null = null;
  let timer = 0;
  let wait = FIRST_WAIT_MS;
  let gap = false;
  const connect = (): void => {
    source = new EventSource('/api/v1/stream');
    source.onopen = () => {
      wait = FIRST_WAIT_MS;
      publish({ type: gap ? 'resync' : 'opened' });
      gap = false;
    };
    source.onerror = () => {
      gap = true;
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = window.setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    };
    for (const kind of KINDS) {
      source.addEventListener(kind, (message: MessageEvent<string>) => {
        const event = read(kind, message.data);
        if (event) publish(event);
      });
    }
  };
  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

/** Waits for the lock that only one tab holds; whoever holds it keeps the stream for all. Without Web Locks each tab keeps its own. */
function lead(): () => void {
  if (!('locks' in navigator)) return openSource();
  const abort = new AbortController();
  let close: (() => void) | null = null;
  navigator.locks
    .request(NAME, { signal: abort.signal }, () => {
      close = openSource();
      return new Promise<void>((resolve) => abort.signal.addEventListener('abort', () => resolve()));
    })
    .catch(() => undefined);
  return () => {
    abort.abort();
    close?.();
  };
}

function start(): void {
  channel = 'BroadcastChannel' in window ? new BroadcastChannel(NAME) : null;
  if (channel) channel.onmessage = (message: MessageEvent<LiveEvent>) => tell(message.data);
  const leave = lead();
  stop = () => {
    leave();
    channel?.close();
    channel = null;
  };
}

/**
 * Listens to the server. One stream serves all tabs of the browser (Web Locks choose the tab that holds it, a BroadcastChannel passes
 * its events on); it is opened by the first listener and closed with the last. After a gap a `resync` comes: read again what you show.
 */
export function onLive(listener: Listener): () => void {
  listeners.add(listener);
  if (!stop) start();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
  };
}
