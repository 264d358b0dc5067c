import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../../shell/FormDialog';
import { useMe } from '../../data/session';
import { useTexts } from '../../texts';
import { type Board, type Process, processQueries } from '../process-queries';
import { send, useProcessCall } from '../use-process-call';

interface Props {
  board: Board;
  onClose: () => void;
  onDone: (process: Process) => void;
}

/** Enters a practice into the register: which one, and whose it is. */
export function RegisterDialog({ board, onClose, onDone }: Props) {
  const { t } = useTexts();
  const me = useMe();
  const { data: practices = [] } = useQuery(processQueries.practices());
  const [practice, setPractice] = useState<string | null>(null);
  const [ownerId, setOwnerId] = useState<string | null>(
    board.owners.some(({ id }) => id === me.id) && !board.abilities.appointOwner ? me.id : null,
  );
  const call = useProcessCall('processes.done.register', onDone);
  const taken = new Set(board.items.filter(({ stage }) => stage !== 'retired').map((one) => one.practice.code));
  const groups = (['general', 'service', 'technical'] as const).map((category) => ({
    group: t(`processes.category.${category}`),
    items: practices
      .filter((one) => one.category === category && !taken.has(one.code))
      .map(({ code, name }) => ({ value: code, label: name })),
  }));
  return (
    <FormDialog
      title={t('processes.register')}
      submit={t('processes.register')}
      ready={practice !== null && ownerId !== null}
      busy={call.isPending}
      error={call.error}
      onSubmit={() => call.mutate(() => send({ method: 'POST', path: '', body: { practice, ownerId } }))}
      onClose={onClose}
    >
      <p>{t('processes.registerText')}</p>
      <Select
        label={t('processes.practice')}
        required
        searchable
        data-autofocus
        data={groups}
        value={practice}
        onChange={setPractice}
        nothingFoundMessage={t('desk.nothingFound')}
      />
      <OwnerSelect board={board} value={ownerId} onChange={setOwnerId} />
    </FormDialog>
  );
}

/** Whom the reader may name as the owner. */
export function OwnerSelect({ board, value, onChange }: { board: Board; value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTexts();
  return (
    <Select
      label={t('processes.owner')}
      searchable
      data={board.owners.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      nothingFoundMessage={t('desk.nothingFound')}
    />
  );
}
