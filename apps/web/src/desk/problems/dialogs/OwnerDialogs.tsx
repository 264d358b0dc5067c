import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../../data/queries';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import type { Problem } from '../types';
import { useStep } from '../use-problem-step';

interface Props {
  problem: Problem;
  onClose: () => void;
}

function OwnerField({ groupId, value, onChange }: { groupId: string | null; value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTexts();
  const { data: groups = [] } = useQuery(queries.groups());
  const members = groups.find(({ id }) => id === groupId)?.members ?? [];
  return (
    <Select
      label={t('problem.field.owner')}
      data={members.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      searchable
      nothingFoundMessage={t('desk.nothingFound')}
    />
  );
}

/** The lead begins the search for the cause and names who owns it. */
export function InvestigateDialog({ problem, onClose }: Props) {
  const { t } = useTexts();
  const [ownerId, setOwner] = useState<string | null>(null);
  const take = useStep(problem, 'investigation', 'problem.done.investigate', onClose);
  return (
    <ActionDialog
      ticket={problem}
      title={t('problem.action.investigate')}
      submit={t('problem.action.investigate')}
      ready={ownerId !== null}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate({ ownerId })}
      onClose={onClose}
    >
      <OwnerField groupId={problem.group?.id ?? null} value={ownerId} onChange={setOwner} />
    </ActionDialog>
  );
}

/** Hands it to another group or another owner. */
export function AssignProblemDialog({ problem, onClose }: Props) {
  const { t } = useTexts();
  const { data: groups = [] } = useQuery(queries.groups());
  const [groupId, setGroup] = useState(problem.group?.id ?? null);
  const [ownerId, setOwner] = useState(problem.assignee?.id ?? null);
  const take = useStep(problem, 'assignment', 'problem.done.assign', onClose);
  const ready = groupId !== null && (ownerId !== null || problem.state === 'new');
  return (
    <ActionDialog
      ticket={problem}
      title={t('problem.action.assign')}
      submit={t('problem.action.assign')}
      ready={ready}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate({ groupId, ...(ownerId ? { assigneeId: ownerId } : {}) })}
      onClose={onClose}
    >
      <Select
        label={t('problem.field.group')}
        data={groups.map(({ id, name }) => ({ value: id, label: name }))}
        value={groupId}
        onChange={(id) => {
          setGroup(id);
          setOwner(null);
        }}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('desk.nothingFound')}
      />
      <OwnerField groupId={groupId} value={ownerId} onChange={setOwner} />
    </ActionDialog>
  );
}
