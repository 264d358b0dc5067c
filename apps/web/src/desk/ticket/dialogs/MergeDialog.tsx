import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { http } from '../../../shared/api/http';
import { callerTickets } from '../../create/caller-queries';
import { ticketChanged } from '../../data/ticket-cache';
import type { Ticket, TicketSummary } from '../../data/types';
import { useTexts } from '../../texts';
import { ActionDialog } from './ActionDialog';
import { TicketField } from './TicketField';

/** The later of two tickets goes into the earlier (DOMAIN 4.3(9)), whichever of them is open on the page. */
function directionOf(ticket: TicketSummary, other: TicketSummary): { later: TicketSummary; earlier: TicketSummary } {
  return Date.parse(other.submittedAt) > Date.parse(ticket.submittedAt)
    ? { later: other, earlier: ticket }
    : { later: ticket, earlier: other };
}

function useMerge(ticket: Ticket, onClose: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { t } = useTexts();
  return useMutation({
    mutationFn: ({ later, earlier }: { later: TicketSummary; earlier: TicketSummary }) =>
      http.post<Ticket>(
        `/incidents/${later.id}/cancellation`,
        { reason: 'duplicate', duplicateOfId: earlier.id },
        later.id === ticket.id ? { ifMatch: `"${ticket.version}"` } : {},
      ),
    onSuccess: (merged, { earlier }) => {
      ticketChanged(client, merged);
      for (const part of ['comments', 'history', 'changes', 'watchers']) void client.invalidateQueries({ queryKey: [part] });
      notifications.show({
        message: t('merge.done', { later: merged.number, earlier: earlier.number }),
        autoClose: 5000,
        withBorder: true,
        closeButtonProps: { 'aria-label': t('action.close') },
      });
      onClose();
      void navigate({ to: '/desk/tickets/$number', params: { number: earlier.number }, search: (old) => old });
    },
  });
}

/** Makes one of two tickets about the same; says beforehand which of them stays, and what becomes of the other. */
export function MergeDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTexts();
  const [other, setOther] = useState<TicketSummary | null>(null);
  const { data: own } = useQuery(callerTickets(ticket.requester.id));
  const merge = useMerge(ticket, onClose);
  const both = other && directionOf(ticket, other);
  return (
    <ActionDialog
      ticket={ticket}
      title={t('action.merge')}
      submit={t('merge.submit')}
      ready={both !== null}
      busy={merge.isPending}
      error={merge.error}
      onSubmit={() => both && merge.mutate(both)}
      onClose={onClose}
    >
      <TicketField
        label={t('merge.with')}
        description={t('merge.withHint')}
        except={ticket.id}
        suggested={own?.open ?? []}
        value={other}
        onChange={setOther}
      />
      <p aria-live="polite">
        {both &&
          t(both.later.institution.id === both.earlier.institution.id ? 'merge.what' : 'merge.whatElsewhere', {
            later: both.later.number,
            earlier: both.earlier.number,
          })}
      </p>
    </ActionDialog>
  );
}
