import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../../data/queries';
import type { CancellationReason, Ticket } from '../../data/types';
import { useTexts } from '../../texts';
import { useChange } from '../use-change';
import { ActionDialog } from './ActionDialog';
import { Choices } from './Choices';

const reasons: CancellationReason[] = ['withdrawn', 'duplicate', 'invalid', 'test'];

function TicketField({ except, value, onChange }: { except: string; value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const { data } = useQuery(queries.found(typed.trim()));
  const found = (data?.items ?? []).filter((ticket) => ticket.id !== except);
  return (
    <Select
      label={t('cancel.duplicateOf')}
      placeholder={t('cancel.duplicatePlaceholder')}
      required
      searchable
      filter={({ options }) => options}
      onSearchChange={setTyped}
      data={found.map((ticket) => ({ value: ticket.id, label: `${ticket.number} · ${ticket.title}` }))}
      value={value}
      onChange={onChange}
      nothingFoundMessage={t('desk.nothingFound')}
    />
  );
}

/** Cancels with a reason; a duplicate names the earlier ticket. */
export function CancelDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState<string | null>(null);
  const [duplicateOfId, setDuplicateOf] = useState<string | null>(null);
  const change = useChange(ticket);
  const duplicate = reason === 'duplicate';
  const submit = (): void =>
    change.mutate(
      { verb: 'cancellation', body: { reason, ...(duplicate ? { duplicateOfId } : {}) }, done: 'done.cancelled' },
      { onSuccess: onClose },
    );
  const ready = reason !== null && (!duplicate || duplicateOfId !== null);
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
      {duplicate && <TicketField except={ticket.id} value={duplicateOfId} onChange={setDuplicateOf} />}
    </ActionDialog>
  );
}
