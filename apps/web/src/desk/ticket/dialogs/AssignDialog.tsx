import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWithAbsence } from '../../access/use-with-absence';
import { queries } from '../../data/queries';
import { useMe } from '../../data/session';
import type { Ticket } from '../../data/types';
import { useTexts } from '../../texts';
import { useChange } from '../use-change';
import { ActionDialog } from './ActionDialog';

/** Group and, if wished, a person of it. A ticket that somebody had already needs a reason: it is a hop. */
export function AssignDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTexts();
  const me = useMe();
  const { data: groups = [] } = useQuery(queries.groups());
  const [groupId, setGroupId] = useState(ticket.group?.id ?? null);
  const [assigneeId, setAssigneeId] = useState<string | null>(ticket.assignee?.id ?? null);
  const [reason, setReason] = useState('');
  const withAbsence = useWithAbsence();
  const change = useChange(ticket);
  const members = groups.find((group) => group.id === groupId)?.members ?? [];
  const needsReason = ticket.state !== 'new' && ticket.group !== null && groupId !== ticket.group.id;
  const same = groupId === (ticket.group?.id ?? null) && assigneeId === (ticket.assignee?.id ?? null);
  const ready = groupId !== null && !same && (!needsReason || reason.trim() !== '');
  const submit = (): void => {
    const body = { groupId, ...(assigneeId ? { assigneeId } : {}), ...(reason.trim() ? { reason: reason.trim() } : {}) };
    change.mutate({ verb: 'assignment', body, done: 'done.assigned' }, { onSuccess: onClose });
  };
  const choose = (id: string | null): void => {
    setGroupId(id);
    setAssigneeId(null);
  };
  return (
    <ActionDialog
      ticket={ticket}
      title={t('action.assign')}
      submit={t('action.assign')}
      ready={ready}
      busy={change.isPending}
      error={change.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label={t('assign.group')}
        data={groups.map((group) => ({ value: group.id, label: group.name }))}
        value={groupId}
        onChange={choose}
        allowDeselect={false}
        searchable
        required
        nothingFoundMessage={t('desk.nothingFound')}
      />
      <Select
        label={t('assign.person')}
        placeholder={t('assign.nobody')}
        description={t('assign.personHint')}
        data={members.map((person) => ({ value: person.id, label: withAbsence(person) }))}
        value={assigneeId}
        onChange={setAssigneeId}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
        nothingFoundMessage={t('desk.nothingFound')}
        data-autofocus
      />
      {members.some((person) => person.id === me.id) && assigneeId !== me.id && (
        <Button variant="subtle" size="compact-sm" style={{ justifySelf: 'start' }} onClick={() => setAssigneeId(me.id)}>
          {t('assign.toMe')}
        </Button>
      )}
      <TextInput
        label={t('assign.reason')}
        required={needsReason}
        description={needsReason ? t('assign.reasonHint') : undefined}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}
