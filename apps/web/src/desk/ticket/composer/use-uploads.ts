import { useQueryClient } from '@tanstack/react-query';
import { upload } from '../../../shared/api/upload';
import type { Attachment, Ticket } from '../../data/types';
import type { StagedFile, StagedFiles } from './staged-files';

/** The message that files go with; without a text there is none. */
export interface Carrier {
  ticketId: string;
  commentId: string | null;
  internal: boolean;
}

function formOf({ file, commentId, internal }: StagedFile): FormData {
  const form = new FormData();
  // Fields stand before the file, so that the server knows them when the file begins to stream.
  form.append('visibility', internal ? 'internal' : 'public');
  if (commentId) form.append('commentId', commentId);
  form.append('file', file);
  return form;
}

/** Sends the staged files one after another. One that does not arrive stays, says why and can be sent again to the same message. */
export function useUploads(ticket: Ticket, staged: StagedFiles) {
  const client = useQueryClient();
  const send = async (file: StagedFile): Promise<void> => {
    staged.update(file.id, { ...file, state: 'uploading', progress: 0, error: null });
    try {
      const onProgress = (progress: number): void => staged.update(file.id, { progress });
      await upload<Attachment>(`/tickets/${file.ticketId ?? ticket.id}/attachments`, formOf(file), onProgress);
      staged.remove(file.id);
    } catch (error) {
      staged.update(file.id, { state: 'failed', error });
    }
    for (const part of ['comments', 'attachments']) void client.invalidateQueries({ queryKey: [part, ticket.id] });
  };
  const sendAll = async (carrier: Carrier): Promise<void> => {
    const waiting = staged.files.filter(({ state }) => state === 'waiting').map((file) => ({ ...file, ...carrier }));
    // All of them are on their way at once, so that the next message does not take any of them along.
    for (const file of waiting) staged.update(file.id, { ...file, state: 'uploading' });
    for (const file of waiting) await send(file);
  };
  return { retry: send, sendAll };
}
