import { useEffect, useState, useSyncExternalStore } from 'react';
import { DraftKeeper } from './draft-keeper';
import type { DraftKind } from './draft-place';
import { type KeptDraft, keepMine, takeBoth, takeOther, toDo, typed } from './draft-sync';

/** Where the last change is: on the server, on its way there, or in this browser alone. */
export type DraftPlace = 'server' | 'waiting' | 'browser';

/** Of a pause in typing; the browser itself keeps every letter at once. */
const SAVE_AFTER_MS = 1000;
const RETRY_MS = 5000;
const RESOLVE = { mine: keepMine, other: takeOther, both: takeBoth };

export interface ServerDraft {
  text: string;
  /** The last comment when the typing began; undefined while nothing is typed. */
  after: string | null | undefined;
  /** What another device has written meanwhile; null: it sent or discarded it. */
  other: KeptDraft | null | undefined;
  place: DraftPlace;
  write: (text: string, lastCommentId: string | null) => void;
  /** He has read what came since he began. */
  readUpTo: (commentId: string | null) => void;
  resolve: (how: keyof typeof RESOLVE) => void;
  beforeSending: () => Promise<void>;
  afterSending: (body: string | null) => Promise<void>;
}

/**
 * The text of one field, kept in this browser with each letter and on the server after a pause. It is read again when somebody comes back to
 * the page: what another device wrote is taken over, or shown beside what is typed here. A component keeps to one draft (`key` it by ticket).
 */
export function useServerDraft(personId: string, ticketId: string, kind: DraftKind): ServerDraft {
  const [keeper] = useState(() => new DraftKeeper(`${personId}:${ticketId}:${kind}`, ticketId, kind));
  const { state, failures } = useSyncExternalStore(keeper.subscribe, keeper.read);

  useEffect(() => {
    void keeper.check();
    const back = (): void => void (document.visibilityState === 'visible' && keeper.check());
    window.addEventListener('focus', back);
    return () => {
      window.removeEventListener('focus', back);
      void keeper.save();
    };
  }, [keeper]);

  useEffect(() => {
    if (toDo(state) === null) return;
    const timer = window.setTimeout(() => void keeper.save(), failures > 0 ? RETRY_MS : SAVE_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [state, failures, keeper]);

  return {
    ...{ text: state.text, after: state.after, other: state.other },
    place: toDo(state) === null ? 'server' : failures > 0 ? 'browser' : 'waiting',
    write: (text, last) => keeper.apply((known) => typed(known, text, last)),
    readUpTo: (after) => keeper.apply((known) => (known.after === undefined ? known : { ...known, after })),
    resolve: (how) => keeper.apply(RESOLVE[how]),
    beforeSending: () => keeper.beforeSending(),
    afterSending: (body) => keeper.afterSending(body),
  };
}
