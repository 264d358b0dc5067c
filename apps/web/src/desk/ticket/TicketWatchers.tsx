import { ActionIcon, Button } from '@mantine/core';
import { IconEye, IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api/api';
import { PersonField } from '../create/PersonField';
import { useMe } from '../data/session';
import type { Ticket } from '../data/types';
import { useTexts } from '../texts';
import { ProblemNote } from './ProblemNote';
import { TicketSection } from './TicketSection';
import { togetherQueries } from './together-queries';

function useWatching(ticket: Ticket, onDone: () => void) {
  const client = useQueryClient();
  const path = (userId: string) => ({ params: { path: { id: ticket.id, userId } } });
  const onSuccess = async (): Promise<void> => {
    onDone();
    await Promise.all(
      [
        ['watchers', ticket.id],
        ['history', ticket.id],
      ].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
  };
  return {
    add: useMutation({ mutationFn: (id: string) => api.PUT('/api/v1/tickets/{id}/watchers/{userId}', path(id)), onSuccess }),
    remove: useMutation({ mutationFn: (id: string) => api.DELETE('/api/v1/tickets/{id}/watchers/{userId}', path(id)), onSuccess }),
  };
}

/** Who follows the ticket: oneself always, others by whoever works on it. */
export function TicketWatchers({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const me = useMe();
  const { data: watchers } = useQuery(togetherQueries.watchers(ticket.id));
  const [adding, setAdding] = useState(false);
  const { add, remove } = useWatching(ticket, () => setAdding(false));
  const works = ticket.abilities.noteInternal;
  if (!watchers) return null;
  const watch = watchers.some(({ id }) => id === me.id);
  const problem = add.error ?? remove.error;
  return (
    <TicketSection label={t('watchers.label')}>
      <ul>
        {watchers.map(({ id, name }) => (
          <li key={id}>
            <IconEye size={15} aria-hidden />
            <span>{name}</span>
            {(works || id === me.id) && (
              <ActionIcon
                size={24}
                variant="subtle"
                color="gray"
                aria-label={t('watchers.remove', { name })}
                onClick={() => remove.mutate(id)}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
        <li data-add>
          {!watch && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconEye size={14} aria-hidden />}
              loading={add.isPending}
              onClick={() => add.mutate(me.id)}
            >
              {t('watchers.me')}
            </Button>
          )}
          {works && !adding && (
            <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>
              {t('watchers.add')}
            </Button>
          )}
        </li>
      </ul>
      {adding && <PersonField label={t('watchers.add')} value={null} onChange={(person) => person && add.mutate(person.id)} />}
      {problem && <ProblemNote error={problem} />}
    </TicketSection>
  );
}
