import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { changeQueries } from '../../changes/change-queries';
import { queries } from '../../data/queries';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import type { Problem } from '../types';
import { useStep } from '../use-problem-step';

interface Props {
  problem: Problem;
  onClose: () => void;
}

interface FindProps extends Props {
  what: 'linkIncident' | 'linkChange';
  found: readonly { number: string; title: string }[];
  onSearch: (typed: string) => void;
}

function FindDialog({ problem, what, found, onSearch, onClose }: FindProps) {
  const { t } = useTexts();
  const [number, setNumber] = useState<string | null>(null);
  const take = useStep(problem, what === 'linkIncident' ? 'incidents' : 'changes', `problem.done.${what}`, onClose);
  return (
    <ActionDialog
      ticket={problem}
      title={t(`problem.action.${what}`)}
      submit={t('problem.link')}
      ready={number !== null}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(what === 'linkIncident' ? { incident: number } : { change: number })}
      onClose={onClose}
    >
      <Select
        label={t(`problem.${what}.label`)}
        description={t('problem.findHint')}
        required
        searchable
        data-autofocus
        filter={({ options }) => options}
        onSearchChange={onSearch}
        data={found.map((one) => ({ value: one.number, label: `${one.number} · ${one.title}` }))}
        value={number}
        onChange={setNumber}
        nothingFoundMessage={t('desk.nothingFound')}
      />
    </ActionDialog>
  );
}

/** Links an incident, found by its number or words. */
export function LinkIncidentDialog(props: Props) {
  const [typed, setTyped] = useState('');
  const { data } = useQuery(queries.found(typed.trim()));
  const found = data?.items ?? [];
  return <FindDialog {...props} what="linkIncident" found={found.filter(({ number }) => number.startsWith('INC'))} onSearch={setTyped} />;
}

/** Names a change that is there already as the one that is to resolve it. */
export function LinkChangeDialog(props: Props) {
  const [typed, setTyped] = useState('');
  const { data: found = [] } = useQuery(changeQueries.found(typed.trim()));
  return <FindDialog {...props} what="linkChange" found={found} onSearch={setTyped} />;
}
