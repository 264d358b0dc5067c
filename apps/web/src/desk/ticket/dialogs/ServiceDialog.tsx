import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../../data/queries';
import type { Ticket } from '../../data/types';
import { useTexts } from '../../texts';
import { useChange } from '../use-change';
import { ActionDialog } from './ActionDialog';
import { Choices } from './Choices';

const reasons = ['wrong_registration', 'new_information', 'agreement_change'] as const;

/** Moves a ticket to another service: the deadlines follow what is agreed for that one. */
export function ServiceDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTexts();
  const services = useQuery(queries.services(ticket.institution.id));
  const [serviceId, setServiceId] = useState<string | null>(ticket.service?.id ?? null);
  const [reasonCode, setReason] = useState<string | null>(null);
  const change = useChange(ticket);
  const title = t('action.service');
  return (
    <ActionDialog
      ticket={ticket}
      title={title}
      submit={title}
      ready={serviceId !== null && serviceId !== ticket.service?.id && reasonCode !== null}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ verb: 'service', body: { serviceId, reasonCode }, done: 'done.service' }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Select
        label={t('fact.service')}
        description={t('service.hint')}
        data={(services.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={serviceId}
        onChange={setServiceId}
        searchable
        allowDeselect={false}
        data-autofocus
      />
      <Choices
        label={t('priority.reason')}
        layout="chips"
        choices={reasons.map((value) => ({ value, text: t(`service.reason.${value}`) }))}
        value={reasonCode}
        onChange={setReason}
      />
    </ActionDialog>
  );
}
