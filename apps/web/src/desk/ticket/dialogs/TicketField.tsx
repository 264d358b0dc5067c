import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../../data/queries';
import type { TicketSummary } from '../../data/types';
import { useTexts } from '../../texts';

interface Props {
  label: string;
  description?: string;
  /** The ticket that is asked about: none of the answers. */
  except: string;
  /** Offered before anything is typed. */
  suggested?: readonly TicketSummary[];
  value: TicketSummary | null;
  onChange: (ticket: TicketSummary | null) => void;
}

/** Another ticket, found by its number or by words of its title. */
export function TicketField({ label, description, except, suggested = [], value, onChange }: Props) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const { data } = useQuery(queries.found(typed.trim()));
  const found = (typed.trim() === '' ? suggested : (data?.items ?? [])).filter(
    (ticket) => ticket.id !== except && ticket.type === 'incident',
  );
  const known = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found;
  return (
    <Select
      label={label}
      description={description}
      placeholder={t('cancel.duplicatePlaceholder')}
      required
      searchable
      data-autofocus
      filter={({ options }) => options}
      onSearchChange={setTyped}
      data={known.map((ticket) => ({ value: ticket.id, label: `${ticket.number} · ${ticket.title}` }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(known.find((ticket) => ticket.id === id) ?? null)}
      // Before anything is typed there is nothing that could have been missed.
      nothingFoundMessage={typed.trim() === '' ? undefined : t('desk.nothingFound')}
    />
  );
}
