import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import type { TicketName } from '../../ticket/ProblemNote';
import { problemQueries } from '../problem-queries';
import { useLinkToProblem } from '../use-link-to-problem';

/** Says which problem an incident comes from: one of the latest, or found by its number or words. */
export function ToProblemDialog({ ticket, onClose }: { ticket: TicketName; onClose: () => void }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const [number, setNumber] = useState<string | null>(null);
  const { data: found = [] } = useQuery(problemQueries.found(typed.trim()));
  const link = useLinkToProblem(ticket, onClose);
  return (
    <ActionDialog
      ticket={ticket}
      title={t('problem.ticket.linkTitle')}
      submit={t('problem.link')}
      ready={number !== null}
      busy={link.isPending}
      error={link.error}
      onSubmit={() => number && link.mutate(number)}
      onClose={onClose}
    >
      <Select
        label={t('problem.ticket.find')}
        description={t('problem.findHint')}
        required
        searchable
        data-autofocus
        filter={({ options }) => options}
        onSearchChange={setTyped}
        data={found.map((problem) => ({ value: problem.number, label: `${problem.number} · ${problem.title}` }))}
        value={number}
        onChange={setNumber}
        nothingFoundMessage={t('desk.nothingFound')}
      />
    </ActionDialog>
  );
}
