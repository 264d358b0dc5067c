import { Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Ticket } from '../../data/types';
import { useTexts } from '../../texts';
import { useChange } from '../use-change';
import { ActionDialog } from './ActionDialog';

/** Takes a merge back, with the reason: for the lead of the group. */
export function UnmergeDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const change = useChange(ticket);
  const onSuccess = (): void => {
    for (const part of ['comments', 'changes', 'watchers']) void client.invalidateQueries({ queryKey: [part] });
    onClose();
  };
  return (
    <ActionDialog
      ticket={ticket}
      title={t('action.unmerge')}
      submit={t('action.unmerge')}
      ready={reason.trim() !== ''}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ verb: 'unmerging', body: { reason: reason.trim() }, done: 'done.unmerged' }, { onSuccess })}
      onClose={onClose}
    >
      <Textarea
        label={t('unmerge.reason')}
        description={t('unmerge.hint')}
        autosize
        minRows={2}
        required
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}
