import { useEffect, useRef } from 'react';

/** A key (`j`, `?`, `Enter`) or two in a row (`g m`), and what it does. */
export type KeyMap = Record<string, (event: KeyboardEvent) => void>;

const SEQUENCE_MS = 1200;
// A box that is ticked is no place to type in.
const TYPING = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]';

/** Single keys must not fire while somebody types, or while a layer is open. */
function isTyping(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest(TYPING) !== null;
}

/** Enter and Space belong to the button or link that has the focus. */
function belongsToControl(event: KeyboardEvent): boolean {
  return (
    (event.key === 'Enter' || event.key === ' ') && event.target instanceof Element && event.target.closest('a, button, summary') !== null
  );
}

/** Binds single keys and two-key sequences; Ctrl, Alt and Meta stay with the browser. */
export function useKeys(map: KeyMap): void {
  const current = useRef(map);
  const first = useRef({ key: '', at: 0 });
  useEffect(() => {
    current.current = map;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || belongsToControl(event)) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const fresh = event.timeStamp - first.current.at < SEQUENCE_MS;
      const sequence = fresh ? current.current[`${first.current.key} ${key}`] : undefined;
      first.current = { key: sequence ? '' : key, at: event.timeStamp };
      const act = sequence ?? (fresh && isPrefix(current.current, key) ? undefined : current.current[key]);
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

const isPrefix = (map: KeyMap, key: string): boolean => Object.keys(map).some((name) => name.startsWith(`${key} `));
