import { IconTicket } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { isSearchable, queries } from '../data/queries';
import { useRight } from '../data/session';
import type { Entry } from './entry';

/** Tickets that match the words or the number, finished ones too. */
export function useFoundTickets(query: string): Entry[] {
  const navigate = useNavigate();
  const desk = useRight('ticket.desk');
  const { data } = useQuery({ ...queries.found(query), enabled: desk && isSearchable(query) });
  if (!isSearchable(query)) return [];
  return (data?.items ?? []).map((ticket) => ({
    id: ticket.id,
    group: 'tickets',
    icon: IconTicket,
    title: ticket.title,
    detail: `${ticket.number} · ${ticket.affectedUser.name} · ${ticket.institution.name}`,
    state: ticket.state,
    holdReason: ticket.holdReason,
    run: () => void navigate({ to: '/desk/tickets/$number', params: { number: ticket.number }, search: {} }),
  }));
}
