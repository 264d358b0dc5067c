import { useEffect, useState } from 'react';

const PREFIX = 'atbalsts-draft:';
const SAVE_MS = 300;

function read(key: string): string {
  try {
    return localStorage.getItem(PREFIX + key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, text: string): void {
  try {
    if (text) localStorage.setItem(PREFIX + key, text);
    else localStorage.removeItem(PREFIX + key);
  } catch {
    // A browser that refuses storage keeps the text as long as the page.
  }
}

/** A text that survives a reload of the page, kept in this browser under a key until it is sent (set to empty). */
export function useDraft(key: string): [string, (text: string) => void] {
  const [draft, setDraft] = useState(() => ({ key, text: read(key) }));
  const current = draft.key === key ? draft : { key, text: read(key) };
  useEffect(() => {
    const timer = window.setTimeout(() => write(draft.key, draft.text), SAVE_MS);
    return () => {
      window.clearTimeout(timer);
      write(draft.key, draft.text);
    };
  }, [draft]);
  return [current.text, (text) => setDraft({ key, text })];
}
