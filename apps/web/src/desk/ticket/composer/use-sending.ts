import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../../../shared/api/problem';
import type { Comment, Ticket } from '../../data/types';
import { type Post, usePost } from '../use-post';
import type { DraftKind } from './draft-place';
import { lastIdOf, missedSince } from './missed';
import { openPlaces } from './open-places';
import { resolveMentions } from './resolve-mentions';
import type { StagedFiles } from './staged-files';
import type { ServerDraft } from './use-server-draft';
import { useUploads } from './use-uploads';

/** What the writer is asked before it is sent. */
export type Asking = 'clash' | 'places' | null;

interface Props {
  ticket: Ticket;
  kind: DraftKind;
  draft: ServerDraft;
  staged: StagedFiles;
  comments: readonly Comment[];
  myId: string;
}

const isClash = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'tickets.commented-meanwhile';

/** What is sent: a note with the colleagues whom it names, a reply with what its writer has read. */
function useMessage({ ticket, kind, draft, comments }: Props): (body: string, past: boolean) => Promise<Post> {
  const client = useQueryClient();
  return async (body, past) => {
    if (kind === 'note') {
      const mentions = await resolveMentions(client, ticket.id, body);
      return { body, visibility: 'internal', ...(mentions.length > 0 ? { mentions } : {}) };
    }
    const expected = past ? lastIdOf(comments) : draft.after;
    return { body, visibility: 'public', ...(expected === undefined ? {} : { expectedLastCommentId: expected }) };
  };
}

/** Says it, and then sends the files to what was said. The draft is held meanwhile, and kept where it was refused. */
function useSaying(props: Props) {
  const { ticket, kind, draft, staged } = props;
  const post = usePost(ticket);
  const uploads = useUploads(ticket, staged);
  const message = useMessage(props);
  const internal = kind === 'note';
  const say = async (body: string, past: boolean): Promise<void> => {
    if (body === '') return uploads.sendAll({ internal, ticketId: ticket.id, commentId: null });
    await draft.beforeSending();
    const added = await message(body, past)
      .then(post.mutateAsync)
      .catch(async (error: unknown) => {
        await draft.afterSending(null);
        throw error;
      });
    await draft.afterSending(body);
    const followUp = added.followUp?.id;
    void uploads.sendAll({ internal, ticketId: followUp ?? ticket.id, commentId: followUp ? null : added.id });
  };
  return { say, retry: uploads.retry, error: post.error };
}

/** Sends what is typed with its files, and asks before it is sent past what others have said or with a place left open. */
export function useSending(props: Props) {
  const { kind, draft, staged, comments, myId } = props;
  const { say, retry, error } = useSaying(props);
  const [asking, setAsking] = useState<Asking>(null);
  const [busy, setBusy] = useState(false);
  const body = draft.text.trim();
  const missed = missedSince(comments, draft.after, myId);
  const ready = body !== '' || staged.files.some(({ state }) => state === 'waiting');
  const send = async (anyway: boolean): Promise<void> => {
    if (busy || !ready) return;
    if (!anyway && kind === 'reply' && missed.length > 0) return setAsking('clash');
    if (!anyway && openPlaces(body).length > 0) return setAsking('places');
    setBusy(true);
    await say(body, anyway)
      .then(() => setAsking(null))
      .catch((refusal: unknown) => setAsking(isClash(refusal) ? 'clash' : null))
      .finally(() => setBusy(false));
  };
  return {
    ...{ asking, busy, missed, ready, retry },
    send: () => void send(false),
    sendAnyway: () => void send(true),
    /** He goes on writing, having read what came. */
    goOn: () => (setAsking(null), draft.readUpTo(lastIdOf(comments))),
    back: () => setAsking(null),
    problem: error && !isClash(error) ? error : null,
  };
}
