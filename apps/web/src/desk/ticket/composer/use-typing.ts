import { useQuery } from '@tanstack/react-query';
import { useImperativeHandle, useRef, useState, type Ref, type RefObject } from 'react';
import { queries } from '../../data/queries';
import { useMe } from '../../data/session';
import type { Comment, Ticket } from '../../data/types';
import type { DraftKind } from './draft-place';
import { lastIdOf } from './missed';
import { quotation, type Quoted, withQuotation } from './quote';
import { filled } from './trigger';
import { type ServerDraft, useServerDraft } from './use-server-draft';

/** What the keys R and N reach, and the button that quotes. */
export interface ReplyBoxHandle {
  write: (mode: DraftKind) => void;
  /** What was said in a note is quoted in a note alone. */
  quote: (quoted: Quoted, note: boolean) => void;
}

export interface Typing {
  me: { id: string };
  area: RefObject<HTMLTextAreaElement | null>;
  mode: DraftKind;
  setMode: (mode: DraftKind) => void;
  drafts: Record<DraftKind, ServerDraft>;
  draft: ServerDraft;
  comments: readonly Comment[];
  write: (text: string) => void;
  /** Puts words in the place of others, or where the cursor stands. */
  put: (words: string, at?: { from: number; to: number }) => void;
}

/** Puts the cursor where the writer goes on, after the text has been drawn. */
function goTo(area: RefObject<HTMLTextAreaElement | null>, cursor: number): void {
  window.setTimeout(() => {
    area.current?.focus();
    area.current?.setSelectionRange(cursor, cursor);
  });
}

/** The two texts of a ticket's field, one of them shown. */
export function useTyping(ticket: Ticket, ref: Ref<ReplyBoxHandle>): Typing {
  const me = useMe();
  const { replyPublic, noteInternal } = ticket.abilities;
  const area = useRef<HTMLTextAreaElement>(null);
  // Until the writer chooses or types it follows what may be said: a ticket whose merge is taken back is answered again.
  const [chosen, setMode] = useState<DraftKind | null>(null);
  const mode = chosen ?? (replyPublic ? 'reply' : 'note');
  const drafts = { reply: useServerDraft(me.id, ticket.id, 'reply'), note: useServerDraft(me.id, ticket.id, 'note') };
  const { data: comments = [] } = useQuery(queries.comments(ticket.id));
  const draft = drafts[mode];
  const cursor = (): number => area.current?.selectionStart ?? draft.text.length;
  const set = (kind: DraftKind, next: { text: string; cursor: number }): void => {
    setMode(kind);
    drafts[kind].write(next.text, lastIdOf(comments));
    goTo(area, next.cursor);
  };
  useImperativeHandle(ref, () => ({
    write: (next) => {
      setMode(next);
      area.current?.focus();
    },
    quote: (quoted, ofNote) => {
      const kind: DraftKind = (ofNote && noteInternal) || !replyPublic ? 'note' : mode;
      const { text } = drafts[kind];
      set(kind, withQuotation(text, kind === mode ? cursor() : text.length, quotation(quoted)));
    },
  }));
  return {
    ...{ me, area, mode, setMode, drafts, draft, comments },
    write: (text) => {
      setMode(mode);
      draft.write(text, lastIdOf(comments));
    },
    put: (words, at = { from: cursor(), to: cursor() }) => set(mode, filled(draft.text, at, words)),
  };
}
