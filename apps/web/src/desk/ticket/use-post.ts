import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../shared/api/http';
import { browserNow } from '../../shared/format/browser-clock';
import { useMe } from '../data/session';
import type { AddedComment, Attachment, Comment, Ticket, Visibility } from '../data/types';
import { useTexts } from '../texts';

interface Post {
  body: string;
  visibility: Visibility;
  files: File[];
}

async function upload(ticketId: string, file: File, visibility: Visibility, commentId?: string): Promise<void> {
  const form = new FormData();
  // Fields stand before the file, so that the server knows them when the file begins to stream.
  form.append('visibility', visibility);
  if (commentId) form.append('commentId', commentId);
  form.append('file', file);
  await http.post<Attachment>(`/tickets/${ticketId}/attachments`, form);
}

async function send(ticketId: string, { body, visibility, files }: Post): Promise<AddedComment | null> {
  const comment = body ? await http.post<AddedComment>(`/tickets/${ticketId}/comments`, { body, visibility }) : null;
  const target = comment?.followUp?.id ?? ticketId;
  for (const file of files) await upload(target, file, visibility, comment?.followUp ? undefined : comment?.id);
  return comment;
}

/** Sends a reply or a note with its files. The text stands in the conversation at once; a refusal takes it out and keeps the draft. */
export function usePost(ticket: Ticket) {
  const client = useQueryClient();
  const me = useMe();
  const { t } = useTexts();
  const key = ['comments', ticket.id];
  return useMutation({
    mutationFn: (post: Post) => send(ticket.id, post),
    onMutate: async ({ body, visibility }) => {
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData<Comment[]>(key);
      const at = new Date(browserNow()).toISOString();
      const expected: Comment = {
        id: 'sending',
        author: { id: me.id, name: me.name, staff: true },
        visibility,
        kind: visibility === 'internal' ? 'note' : 'reply',
        body,
        at,
        attachments: [],
        from: null,
      };
      if (body) client.setQueryData<Comment[]>(key, [...(before ?? []), expected]);
      return { before };
    },
    onSuccess: (added) => {
      if (added?.warnings.includes('personal_code'))
        notifications.show({ color: 'yellow', message: t('reply.personalCode'), autoClose: 12_000 });
      if (added?.followUp) notifications.show({ message: t('reply.followUp', { number: added.followUp.number }), autoClose: 12_000 });
    },
    onError: (_error, _post, context) => client.setQueryData(key, context?.before),
    onSettled: () => {
      for (const part of ['comments', 'attachments', 'history', 'clocks', 'ticket']) {
        void client.invalidateQueries({ queryKey: [part, ticket.id] });
        void client.invalidateQueries({ queryKey: [part, ticket.number] });
      }
      void client.invalidateQueries({ queryKey: ['counts'] });
    },
  });
}
