import { api, bodyOf } from '../../../shared/api/api';
import { request } from '../../../shared/api/http';
import { discarded, type DraftState, kept, type KeptDraft, readKept, toDo, toKeep } from './draft-sync';

export type DraftKind = 'reply' | 'note';

const PREFIX = 'atbalsts-draft:';
const at = (id: string) => ({ params: { path: { id } } });

/** Keeps a draft in this browser: with each letter, and without asking anybody. */
export function remember(key: string, state: DraftState): void {
  try {
    const text = toKeep(state);
    if (text === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, text);
  } catch {
    // A browser that refuses storage keeps the text as long as the page; the server has it a second later.
  }
}

/** What this browser has kept under the key, or as an older version of the page did: without the person before the first colon. */
export function recall(key: string): DraftState {
  const older = PREFIX + key.slice(key.indexOf(':') + 1);
  try {
    const left = localStorage.getItem(older);
    localStorage.removeItem(older);
    const state = readKept(localStorage.getItem(PREFIX + key) ?? left);
    remember(key, state);
    return state;
  } catch {
    return readKept(null);
  }
}

/** What the server keeps; null for nothing. */
export async function askServer(ticketId: string, kind: DraftKind): Promise<KeptDraft | null> {
  return (await bodyOf(api.GET('/api/v1/tickets/{id}/draft', at(ticketId))))[kind];
}

/** Throws a draft away of this revision. */
export async function discardOnServer(ticketId: string, kind: DraftKind, revision: string): Promise<void> {
  await request('DELETE', `/tickets/${ticketId}/draft`, { query: { kind, revision } });
}

/** Does with the server what is to be done next, and answers how the state, which may have moved on, is to know of it. */
export async function tellServer(ticketId: string, kind: DraftKind, state: DraftState): Promise<(latest: DraftState) => DraftState> {
  const next = toDo(state);
  if (next?.do === 'discard') {
    await discardOnServer(ticketId, kind, next.revision);
    return discarded;
  }
  if (!next) return (latest) => latest;
  const body = { kind, body: next.body, afterCommentId: next.after, revision: next.revision };
  const draft = await bodyOf(api.PUT('/api/v1/tickets/{id}/draft', { ...at(ticketId), body }));
  return (latest) => kept(latest, draft);
}
