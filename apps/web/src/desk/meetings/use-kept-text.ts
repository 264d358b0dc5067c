import { useEffect, useRef, useState } from 'react';

const SAVE_MS = 1_200;

/** A text that saves itself a moment after the last key, and at once when the field is left. What somebody is typing is never overwritten. */
export function useKeptText(kept: string, saving: boolean, save: (text: string) => void) {
  const [text, setText] = useState(kept);
  const [dirty, setDirty] = useState(false);
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    if (!dirty) return undefined;
    const timer = window.setTimeout(() => {
      latest.current(text);
      setDirty(false);
    }, SAVE_MS);
    return () => window.clearTimeout(timer);
  }, [text, dirty]);
  return {
    text: dirty || saving ? text : kept,
    dirty,
    write: (next: string) => {
      setText(next);
      setDirty(true);
    },
    leave: () => {
      if (dirty) latest.current(text);
      setDirty(false);
    },
  };
}
