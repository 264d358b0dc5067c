import { useEffect, useRef, useState, type FocusEvent } from 'react';
import { request } from '../../../shared/api/http';
import type { DraftKind } from './draft-place';

/** As often as this one says that he still types; the server believes it for two and a half times as long. */
const AGAIN_MS = 10_000;
/** A glance at the conversation is no leaving. */
const LEAVE_AFTER_MS = 4000;

const tell = (method: 'PUT' | 'DELETE', ticketId: string, kind?: DraftKind): void =>
  // Who types is told for convenience: where it fails, nothing is lost.
  void request(method, `/tickets/${ticketId}/presence`, kind ? { body: { kind } } : {}).catch(() => undefined);

/** Lets colleagues know that this person is answering while the focus is in the field. */
export function useShowPresence(ticketId: string, kind: DraftKind, enabled: boolean) {
  const [here, setHere] = useState(false);
  const leaving = useRef(0);
  useEffect(() => {
    if (!here || !enabled) return;
    const say = (): void => void (document.visibilityState === 'visible' && tell('PUT', ticketId, kind));
    say();
    const timer = window.setInterval(say, AGAIN_MS);
    return () => window.clearInterval(timer);
  }, [here, enabled, ticketId, kind]);
  useEffect(() => {
    if (!here || !enabled) return;
    return () => tell('DELETE', ticketId);
  }, [here, enabled, ticketId]);
  useEffect(() => () => window.clearTimeout(leaving.current), []);
  return {
    onFocus: (): void => {
      window.clearTimeout(leaving.current);
      setHere(true);
    },
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent): void => {
      if (currentTarget.contains(relatedTarget)) return;
      window.clearTimeout(leaving.current);
      leaving.current = window.setTimeout(() => setHere(false), LEAVE_AFTER_MS);
    },
  };
}
