import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { http, newKey } from '../../shared/api/http';
import { browserNow } from '../../shared/format/browser-clock';
import { useMe } from '../data/session';
import type { AddedComment, Comment, Ticket, Visibility } from '../data/types';
import { useTexts } from '../texts';

export interface Post {
  body: string;
  visibility: Visibility;
  /** The last comment that the writer has read; left out where he does not mind what came since. */
  expectedLastCommentId?: string | null;
  /** Colleagues whom the note names. */
  mentions?: string[];
}

/** One key for one message: pressing the button again after an answer was lost does not say it twice. Once it is said, the same words are another message. */
function useSayOnce(ticketId: string): (post: Post) => Promise<AddedComment> {
  const last = useRef({ text: '', key: '' });
  return async (post) => {
    const text = JSON.stringify(post);
    if (last.current.text !== text) last.current = { text, key: newKey() };
    const added = await http.post<AddedComment>(`/tickets/${ticketId}/comments`, post, { idempotencyKey: last.current.key });
    last.current = { text: '', key: '' };
    return added;
  };
}

/** How it stands in the conversation until the server has it. */
function beingSent({ id, name }: { id: string; name: string }, { body, visibility }: Post): Comment {
  const at = new Date(browserNow()).toISOString();
  const kind = visibility === 'internal' ? 'note' : 'reply';
  return { id: 'sending', author: { id, name, staff: true }, visibility, kind, body, at, attachments: [], from: null };
}

/** Sends a reply or a note. The text stands in the conversation at once; a refusal takes it out and keeps the draft. */
export function usePost(ticket: Ticket) {
  const client = useQueryClient();
  const me = useMe();
  const { t } = useTexts();
  const say = useSayOnce(ticket.id);
  const key = ['comments', ticket.id];
  return useMutation({
    mutationFn: say,
    onMutate: async (post) => {
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData<Comment[]>(key);
      client.setQueryData<Comment[]>(key, [...(before ?? []), beingSent(me, post)]);
    },
    onSuccess: (added) => {
      if (added.warnings.includes('personal_code'))
        notifications.show({ color: 'yellow', message: t('reply.personalCode'), autoClose: 12_000 });
      if (added.followUp) notifications.show({ message: t('reply.followUp', { number: added.followUp.number }), autoClose: 12_000 });
    },
    onError: () => client.setQueryData<Comment[]>(key, (now) => now?.filter(({ id }) => id !== 'sending')),
    onSettled: async () => {
      for (const part of ['attachments', 'history', 'clocks', 'ticket']) {
        void client.invalidateQueries({ queryKey: [part, ticket.id] });
        void client.invalidateQueries({ queryKey: [part, ticket.number] });
      }
      void client.invalidateQueries({ queryKey: ['counts'] });
      // Waited for: whether somebody else has said something meanwhile decides what comes next.
      await client.invalidateQueries({ queryKey: key });
    },
  });
}
