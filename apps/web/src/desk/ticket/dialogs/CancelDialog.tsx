import { useState } from 'react';
import type { CancellationReason, Ticket, TicketSummary } from '../../data/types';
import { useTexts } from '../../texts';
import { useChange } from '../use-change';
import { ActionDialog } from './ActionDialog';
import { Choices } from './Choices';
import { TicketField } from './TicketField';

const reasons: CancellationReason[] = ['withdrawn', 'duplicate', 'invalid', 'test'];

/** Cancels with a reason; a duplicate names the earlier ticket. */
export function CancelDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<TicketSummary | null>(null);
  const change = useChange(ticket);
  const duplicate = reason === 'duplicate';
  const submit = (): void =>
    change.mutate(
      { verb: 'cancellation', body: { reason, ...(duplicate ? { duplicateOfId: earlier?.id } : {}) }, done: 'done.cancelled' },
      { onSuccess: onClose },
    );
  const ready = reason !== null && (!duplicate || earlier !== null);
  const title = t('action.cancelTicket');
  return (
    <ActionDialog
      ticket={ticket}
      title={title}
      submit={title}
      ready={ready}
      busy={change.isPending}
      error={change.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Choices
        first
        label={t('cancel.reason')}
        choices={reasons.map((value) => ({ value, text: t(`cancel.${value}`) }))}
        value={reason}
        onChange={setReason}
      />
      {duplicate && <TicketField label={t('cancel.duplicateOf')} except={ticket.id} value={earlier} onChange={setEarlier} />}
    </ActionDialog>
  );
}
