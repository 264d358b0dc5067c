import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../shared/api/api';
import { assetQueries } from '../assets/asset-queries';
import { ItemSearch } from '../assets/ItemSearch';
import type { Ticket } from '../data/types';
import { useTexts } from '../texts';
import { ProblemNote } from './ProblemNote';
import { TicketSection } from './TicketSection';

function useDevices(ticket: Ticket, onDone: () => void) {
  const client = useQueryClient();
  const id = ticket.id;
  const onSuccess = async (): Promise<void> => {
    onDone();
    await Promise.all([
      client.invalidateQueries({ queryKey: ['ticket-devices', id] }),
      client.invalidateQueries({ queryKey: ['history'] }),
      client.invalidateQueries({ queryKey: ['assets'] }),
    ]);
  };
  return {
    add: useMutation({
      mutationFn: (itemId: string) => api.POST('/api/v1/tickets/{id}/configuration-items', { params: { path: { id } }, body: { itemId } }),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (itemId: string) => api.DELETE('/api/v1/tickets/{id}/configuration-items/{itemId}', { params: { path: { id, itemId } } }),
      onSuccess,
    }),
  };
}

/** The devices that a ticket is about; who works on it adds and removes them. */
export function TicketDevices({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const { data: items } = useQuery(assetQueries.ofTicket(ticket.id));
  const [adding, setAdding] = useState(false);
  const { add, remove } = useDevices(ticket, () => setAdding(false));
  const works = ticket.abilities.noteInternal;
  if (!items || (items.length === 0 && !works)) return null;
  const problem = add.error ?? remove.error;
  return (
    <TicketSection label={t('ticket.devices')}>
      <ul>
        {items.map(({ id, tag, name }) => (
          <li key={id}>
            <Link to="/desk/assets/$tag" params={{ tag }}>
              {name}
            </Link>
            <small className="num">{tag}</small>
            {works && (
              <ActionIcon
                size={24}
                variant="subtle"
                color="gray"
                aria-label={t('ticket.removeDevice', { tag })}
                onClick={() => remove.mutate(id)}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
        {works && !adding && (
          <li data-add>
            <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>
              {t('ticket.addDevice')}
            </Button>
          </li>
        )}
      </ul>
      {adding && (
        <ItemSearch
          label={t('ticket.addDevice')}
          value={null}
          without={items.map(({ id }) => id)}
          onChange={(item) => item && add.mutate(item.id)}
        />
      )}
      {problem && <ProblemNote error={problem} />}
    </TicketSection>
  );
}
