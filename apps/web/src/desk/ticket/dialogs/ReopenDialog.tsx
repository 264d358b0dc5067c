import { Textarea } from '@mantine/core';
import type { Ticket } from '../../data/types';
import { useTexts } from '../../texts';
import { useDraft } from '../drafts';
import { useChange } from '../use-change';
import { ActionDialog } from './ActionDialog';

/** Reopens a resolved ticket with a reason; its clock goes on where it stood (DOMAIN 4.3(6)). */
export function ReopenDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useDraft(`${ticket.id}:reopen`);
  const change = useChange(ticket);
  const submit = (): void =>
    change.mutate(
      { verb: 'reopening', body: { reason: reason.trim() }, done: 'done.reopened' },
      { onSuccess: () => (setReason(''), onClose()) },
    );
  const title = t('action.reopen');
  return (
    <ActionDialog
      ticket={ticket}
      title={title}
      submit={title}
      ready={reason.trim() !== ''}
      busy={change.isPending}
      error={change.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Textarea
        label={t('reopen.reason')}
        description={t('reopen.hint')}
        autosize
        minRows={3}
        required
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}
