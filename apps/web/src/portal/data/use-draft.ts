import { useCallback, useState } from 'react';

function readDraft<T>(key: string, empty: T): T {
  try {
    const stored = localStorage.getItem(key);
    return stored ? { ...empty, ...(JSON.parse(stored) as Partial<T>) } : empty;
  } catch {
    return empty;
  }
}

function writeDraft(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Without storage the draft lives as long as the page.
  }
}

export interface Draft<T> {
  value: T;
  /** Whether something written earlier was found when the page opened. */
  restored: boolean;
  change: (part: Partial<T>) => void;
  clear: () => void;
}

/** What a person is writing: kept in the browser at each change, so that a reload or a lost connection loses nothing. */
export function useDraft<T extends object>(key: string, empty: T): Draft<T> {
  const [value, setValue] = useState(() => readDraft(key, empty));
  const [restored, setRestored] = useState(() => JSON.stringify(value) !== JSON.stringify(empty));
  const change = useCallback(
    (part: Partial<T>) => {
      setValue((before) => {
        const next = { ...before, ...part };
        writeDraft(key, next);
        return next;
      });
    },
    [key],
  );
  const clear = (): void => {
    writeDraft(key, null);
    setValue(empty);
    setRestored(false);
  };
  return { value, restored, change, clear };
}
