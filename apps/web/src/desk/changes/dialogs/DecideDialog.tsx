import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../shared/api/api';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import { ownApproval } from '../change-actions';
import type { Change } from '../types';

function useDecide(id: string, onDone: () => void) {
  const client = useQueryClient();
  const { t } = useTexts();
  return useMutation({
    mutationFn: (body: { decision: 'approved' | 'rejected'; reason?: string }) =>
      api.POST('/api/v1/approvals/{id}/decision', { params: { path: { id } }, body }),
    onSuccess: async () => {
      notifications.show({
        message: t('change.decide.done'),
        autoClose: 3500,
        withBorder: true,
        closeButtonProps: { 'aria-label': t('action.close') },
      });
      onDone();
      await Promise.all(['changes', 'approvals', 'history', 'ticket'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
}

/** The reader's own word on the change: yes, or no with its reason. */
export function DecideDialog({ change, decision, onClose }: { change: Change; decision: 'approve' | 'reject'; onClose: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const decide = useDecide(ownApproval(change)?.id ?? '', onClose);
  const rejects = decision === 'reject';
  const words = reason.trim();
  return (
    <ActionDialog
      ticket={change}
      title={t(`change.decide.${decision}Title`)}
      submit={t(`change.decide.${decision}`)}
      ready={!rejects || words !== ''}
      busy={decide.isPending}
      error={decide.error}
      onSubmit={() => decide.mutate({ decision: rejects ? 'rejected' : 'approved', ...(words ? { reason: words } : {}) })}
      onClose={onClose}
    >
      <Textarea
        label={t(rejects ? 'change.decide.reason' : 'change.decide.reasonOptional')}
        required={rejects}
        autosize
        minRows={3}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}

export const ApproveDialog = (props: { change: Change; onClose: () => void }) => <DecideDialog {...props} decision="approve" />;
export const RejectDialog = (props: { change: Change; onClose: () => void }) => <DecideDialog {...props} decision="reject" />;
