import { Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../shared/api/api';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import type { TicketName } from '../../ticket/ProblemNote';
import { changeQueries } from '../change-queries';

/** Says which change an incident came of: found by its number or words, finished ones too. */
export function CausedByDialog({ ticket, onClose }: { ticket: TicketName; onClose: () => void }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const [number, setNumber] = useState<string | null>(null);
  const { data: found = [] } = useQuery(changeQueries.found(typed.trim()));
  const mark = useMutation({
    mutationFn: (change: string) =>
      api.POST('/api/v1/tickets/{id}/links', { params: { path: { id: ticket.id } }, body: { ticket: change, kind: 'caused_by' } }),
    onSuccess: async (_answer, change) => {
      notifications.show({
        message: t('change.ticket.causedDone', { number: change }),
        autoClose: 3500,
        withBorder: true,
        closeButtonProps: { 'aria-label': t('action.close') },
      });
      onClose();
      await Promise.all([['changes'], ['history', ticket.id]].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
  return (
    <ActionDialog
      ticket={ticket}
      title={t('change.ticket.causedTitle')}
      submit={t('change.ticket.mark')}
      ready={number !== null}
      busy={mark.isPending}
      error={mark.error}
      onSubmit={() => number && mark.mutate(number)}
      onClose={onClose}
    >
      <Select
        label={t('change.ticket.find')}
        description={t('change.ticket.findHint')}
        required
        searchable
        data-autofocus
        filter={({ options }) => options}
        onSearchChange={setTyped}
        data={found.map((change) => ({ value: change.number, label: `${change.number} · ${change.title}` }))}
        value={number}
        onChange={setNumber}
        nothingFoundMessage={t('desk.nothingFound')}
      />
    </ActionDialog>
  );
}
