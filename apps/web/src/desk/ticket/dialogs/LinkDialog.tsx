import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../shared/api/api';
import { callerTickets } from '../../create/caller-queries';
import type { Ticket, TicketSummary } from '../../data/types';
import { useTexts } from '../../texts';
import { ActionDialog } from './ActionDialog';
import { Choices } from './Choices';
import { TicketField } from './TicketField';

const kinds = ['related', 'child', 'parent'] as const;
type Kind = (typeof kinds)[number];

/** Says how another incident belongs to this one: related, a child of it, or its parent. */
export function LinkDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [kind, setKind] = useState<Kind>('related');
  const [other, setOther] = useState<TicketSummary | null>(null);
  const { data: own } = useQuery(callerTickets(ticket.requester.id));
  const link = useMutation({
    mutationFn: (target: TicketSummary) => {
      const [id, to] = kind === 'child' ? [target.id, ticket.id] : [ticket.id, target.id];
      return api.POST('/api/v1/tickets/{id}/links', {
        params: { path: { id } },
        body: { ticket: to, kind: kind === 'related' ? 'related' : 'child_of' },
      });
    },
    onSuccess: async () => {
      onClose();
      await Promise.all([['changes', 'links'], ['history'], ['ticket']].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
  return (
    <ActionDialog
      ticket={ticket}
      title={t('together.add')}
      submit={t('together.addSubmit')}
      ready={other !== null}
      busy={link.isPending}
      error={link.error}
      onSubmit={() => other && link.mutate(other)}
      onClose={onClose}
    >
      <TicketField label={t('together.with')} except={ticket.id} suggested={own?.open ?? []} value={other} onChange={setOther} />
      <Choices
        label={t('together.how')}
        choices={kinds.map((value) => ({ value, text: t(`together.how.${value}`), detail: t(`together.how.${value}.detail`) }))}
        value={kind}
        onChange={(value) => setKind(value as Kind)}
      />
    </ActionDialog>
  );
}
