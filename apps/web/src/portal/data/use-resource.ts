import { useCallback, useEffect, useEffectEvent, useState } from 'react';

export interface Resource<T> {
  data: T | null;
  error: unknown;
  /** True until the first answer for this key. */
  loading: boolean;
  reload: () => void;
  /** Puts an answer that a change has brought in place of what was read. */
  put: (data: T) => void;
}

interface Read<T> {
  key: string;
  data: T | null;
  error: unknown;
}

interface Reading {
  /** What another key has read stays until the new answer is here: a list that is narrowed while somebody types neither blinks nor loses the focus. */
  readonly keep?: boolean;
}

/**
 * Reads something from the API and keeps it while the key stays the same; what is shown stays while it is read again.
 * `load` must depend on nothing but the key.
 */
export function useResource<T>(key: string, load: (signal: AbortSignal) => Promise<T>, { keep = false }: Reading = {}): Resource<T> {
  const [read, setRead] = useState<Read<T>>({ key: '', data: null, error: null });
  const [turn, setTurn] = useState(0);
  // A new function on each render; the key says what it reads, so only the key starts it again.
  const start = useEffectEvent((signal: AbortSignal) => load(signal));
  useEffect(() => {
    const abort = new AbortController();
    start(abort.signal)
      .then((data) => {
        if (!abort.signal.aborted) setRead({ key, data, error: null });
      })
      .catch((error: unknown) => {
        if (abort.signal.aborted) return;
        setRead((before) => ({ key, data: before.key === key ? before.data : null, error }));
      });
    return () => abort.abort();
  }, [key, turn]);
  const fresh = read.key === key;
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const put = useCallback((data: T) => setRead({ key, data, error: null }), [key]);
  return { data: fresh || keep ? read.data : null, error: fresh ? read.error : null, loading: !fresh, reload, put };
}
