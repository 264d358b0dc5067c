import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import { useTexts } from '../texts';
import { changed } from './use-problem-step';

/** Says that an incident comes from a problem; `problem` is an id or a number. */
export function useLinkToProblem(incident: { id: string; number: string }, onDone: () => void) {
  const client = useQueryClient();
  const { t } = useTexts();
  return useMutation({
    mutationFn: (problem: string) =>
      bodyOf(api.POST('/api/v1/problems/{id}/incidents', { params: { path: { id: problem } }, body: { incident: incident.number } })),
    onSuccess: async (problem) => {
      if (problem) await changed(client, problem);
      await client.invalidateQueries({ queryKey: ['history', incident.id] });
      notifications.show({
        message: t('problem.ticket.linkedDone', { number: problem?.number ?? '' }),
        autoClose: 3500,
        withBorder: true,
        closeButtonProps: { 'aria-label': t('action.close') },
      });
      onDone();
    },
  });
}
