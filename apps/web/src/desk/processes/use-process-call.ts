import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../shared/api/http';
import { useTexts, type TextKey } from '../texts';
import type { Process } from './process-queries';

export interface Call {
  method: 'POST' | 'PUT' | 'DELETE';
  /** Below `/processes`. */
  path: string;
  body?: unknown;
  /** The revision that was looked at. */
  revision?: number;
}

/** One call that changes a process. */
export async function send({ method, path, body, revision }: Call): Promise<Process> {
  const options = { ...(body === undefined ? {} : { body }), ...(revision === undefined ? {} : { ifMatch: `"${revision}"` }) };
  return (await request<Process>(method, `/processes${path}`, options)).data;
}

/** Makes calls one after another, puts the last answer in place of what was read, says that it is done. */
export function useProcessCall(done: TextKey, onDone: (process: Process) => void) {
  const client = useQueryClient();
  const { t } = useTexts();
  return useMutation({
    mutationFn: (work: () => Promise<Process>) => work(),
    onSuccess: async (process) => {
      client.setQueryData(['processes', 'one', process.id], process);
      notifications.show({
        message: t(done),
        autoClose: 3500,
        withBorder: true,
        closeButtonProps: { 'aria-label': t('action.close') },
      });
      onDone(process);
      await client.invalidateQueries({ queryKey: ['processes'] });
    },
    // What was refused may rest on something that has changed meanwhile.
    onError: () => client.invalidateQueries({ queryKey: ['processes'] }),
  });
}
