/** A draft as the server keeps it. */
export interface KeptDraft {
  body: string;
  afterCommentId: string | null;
  revision: string;
  savedAt: string;
}

/** What is typed in one field, and what is known of its draft on the server. Nothing that somebody typed leaves it but by his own word. */
export interface DraftState {
  text: string;
  /** The last comment when the typing began, null where there was none; undefined while nothing is typed. */
  after: string | null | undefined;
  /** The revision of the server's draft that was seen last; null for none. */
  seen: string | null;
  /** What that revision says; empty for none. */
  saved: string;
  /** What another device has written meanwhile (null: it sent or discarded it); undefined while both agree. */
  other: KeptDraft | null | undefined;
}

export const EMPTY: DraftState = { text: '', after: undefined, seen: null, saved: '', other: undefined };

const isDirty = ({ text, saved }: DraftState): boolean => text !== saved;

const adopted = (draft: KeptDraft | null): DraftState =>
  draft ? { text: draft.body, after: draft.afterCommentId, seen: draft.revision, saved: draft.body, other: undefined } : EMPTY;

/** The server has told what it keeps. What is typed here and not kept yet is never replaced: the other version is shown beside it. */
export function told(state: DraftState, draft: KeptDraft | null): DraftState {
  if ((draft?.revision ?? null) === state.seen) return { ...state, other: undefined };
  if (!isDirty(state)) return adopted(draft);
  if (draft?.body === state.text) return { ...state, seen: draft.revision, saved: draft.body, other: undefined };
  // Nothing was there and nothing is there, or what is typed here has been sent or thrown away elsewhere.
  return draft === null && state.text.trim() === '' ? EMPTY : { ...state, other: draft };
}

/** Somebody types. What he answers to is what he saw when he began. */
export function typed(state: DraftState, text: string, lastCommentId: string | null): DraftState {
  const after = text === '' ? undefined : state.after === undefined ? lastCommentId : state.after;
  return { ...state, text, after };
}

export type ToDo = { do: 'save'; body: string; after: string | null; revision: string | null } | { do: 'discard'; revision: string };

/** What the server is to be told next; nothing while two versions wait for a word. */
export function toDo({ text, after, seen, saved, other }: DraftState): ToDo | null {
  if (other !== undefined || text === saved) return null;
  if (text.trim() === '') return seen === null ? null : { do: 'discard', revision: seen };
  return { do: 'save', body: text, after: after ?? null, revision: seen };
}

/** The server has kept this; more may have been typed since. */
export const kept = (state: DraftState, { revision, body }: Pick<KeptDraft, 'revision' | 'body'>): DraftState => ({
  ...state,
  seen: revision,
  saved: body,
});

export const discarded = (state: DraftState): DraftState => ({ ...state, seen: null, saved: '' });

/** Of two versions this one stays; the next save replaces the other knowingly. */
export const keepMine = (state: DraftState): DraftState =>
  state.other === undefined ? state : { ...state, seen: state.other?.revision ?? null, saved: state.other?.body ?? '', other: undefined };

export const takeOther = (state: DraftState): DraftState => (state.other === undefined ? state : adopted(state.other));

/** Both, one below the other. */
export function takeBoth(state: DraftState): DraftState {
  const { other, text } = state;
  return other ? { ...keepMine(state), text: `${text.trimEnd()}\n\n${other.body}` } : keepMine(state);
}

/** This was sent. What was typed while it was on its way stays. */
export function sent(state: DraftState, body: string): DraftState {
  const rest = state.text.trimStart();
  if (!rest.startsWith(body)) return state;
  const more = rest.slice(body.length).trim();
  return more === '' ? EMPTY : { ...EMPTY, text: more, after: null };
}

/** Reads what this browser has kept; what an older version of the page wrote is the text alone. */
export function readKept(stored: string | null): DraftState {
  if (!stored) return EMPTY;
  try {
    const { text, after, seen, saved } = JSON.parse(stored) as Partial<DraftState>;
    if (typeof text === 'string') return { ...EMPTY, text, after: after ?? null, seen: seen ?? null, saved: saved ?? '' };
  } catch {
    // Not ours: a plain text.
  }
  return { ...EMPTY, text: stored, after: null };
}

/** What this browser keeps of it; null for nothing. */
export function toKeep({ text, after, seen, saved }: DraftState): string | null {
  return text === '' && seen === null ? null : JSON.stringify({ text, after: after ?? null, seen, saved });
}
