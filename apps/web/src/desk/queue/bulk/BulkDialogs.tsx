import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { inRiga } from '../../../shared/format/riga-time';
import { useWithAbsence } from '../../access/use-with-absence';
import { queries } from '../../data/queries';
import { useReferenceChoices } from '../../data/reference-words';
import type { TicketSummary } from '../../data/types';
import { clockMood } from '../../marks/clock-mood';
import { useNow } from '../../now';
import { FormDialog } from '../../shell/FormDialog';
import { useTexts } from '../../texts';
import { Choices } from '../../ticket/dialogs/Choices';
import { rigaMorning } from '../../ticket/riga-morning';
import type { Batch, BatchTerms } from './use-batch';

export interface BulkDialogProps {
  rows: TicketSummary[];
  busy: boolean;
  error: Error | null;
  run: (terms: BatchTerms) => void;
  onClose: () => void;
}

/** Group and person for all of them; whoever comes from another group needs the reason. */
export function BulkAssign({ rows, run, ...dialog }: BulkDialogProps) {
  const { t } = useTexts();
  const { data: groups = [] } = useQuery(queries.groups());
  // Where they are of several groups, the group is asked first: who works there follows from it.
  const [common] = useState(() => (rows.every((row) => row.group?.id === rows[0]?.group?.id) ? (rows[0]?.group?.id ?? null) : null));
  const [groupId, setGroupId] = useState(common);
  const withAbsence = useWithAbsence();
  const [assigneeId, setAssigneeId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const members = groups.find((group) => group.id === groupId)?.members ?? [];
  const hops = rows.some((row) => row.state !== 'new' && row.group !== null && row.group.id !== groupId);
  const submit = (): void => {
    if (groupId === null) return;
    const said = reason.trim() ? { reason: reason.trim() } : {};
    run({ action: 'assign', assignment: { groupId, ...(assigneeId ? { assigneeId } : {}), ...said } });
  };
  return (
    <FormDialog
      {...dialog}
      title={t('bulk.assign', { count: rows.length })}
      submit={t('action.assign')}
      ready={groupId !== null && (!hops || reason.trim() !== '')}
      onSubmit={submit}
    >
      <Select
        label={t('assign.group')}
        data={groups.map((group) => ({ value: group.id, label: group.name }))}
        value={groupId}
        onChange={(id) => (setGroupId(id), setAssigneeId(null))}
        allowDeselect={false}
        searchable
        required
        nothingFoundMessage={t('desk.nothingFound')}
        data-autofocus={common === null || undefined}
      />
      <Select
        label={t('assign.person')}
        placeholder={t('assign.nobody')}
        data={members.map((person) => ({ value: person.id, label: withAbsence(person) }))}
        value={assigneeId}
        onChange={setAssigneeId}
        disabled={groupId === null}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
        nothingFoundMessage={t('desk.nothingFound')}
        data-autofocus={common !== null || undefined}
      />
      <TextInput
        label={t('assign.reason')}
        required={hops}
        description={hops ? t('assign.reasonHint') : undefined}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

export function BulkHold({ rows, run, ...dialog }: BulkDialogProps) {
  const { t } = useTexts();
  const tomorrow = inRiga(useNow() + 86_400_000).date;
  // An agreed date is agreed with one requester: it is not for many.
  const waits = useReferenceChoices('hold_reason').filter(({ value }) => value !== 'agreed_date');
  const [reason, setReason] = useState<string | null>(null);
  const [question, setQuestion] = useState('');
  const [until, setUntil] = useState('');
  const asks = reason === 'awaiting_requester';
  const submit = (): void => {
    if (reason === null) return;
    const hold: NonNullable<Batch['hold']> = {
      reason,
      ...(asks ? { question: question.trim() } : until ? { until: rigaMorning(until) } : {}),
    };
    run({ action: 'hold', hold });
  };
  return (
    <FormDialog
      {...dialog}
      title={t('bulk.hold', { count: rows.length })}
      submit={t('action.hold')}
      ready={reason !== null && (!asks || question.trim() !== '')}
      onSubmit={submit}
    >
      <Choices first label={t('hold.reason')} choices={waits} value={reason} onChange={setReason} />
      {asks && (
        <Textarea
          label={t('hold.question')}
          description={t('bulk.questionHint')}
          autosize
          minRows={2}
          required
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
      )}
      {reason !== null && !asks && (
        <TextInput
          type="date"
          label={t('hold.until')}
          min={tomorrow}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}

const unaccepted = (row: TicketSummary): boolean => row.state === 'new' || row.state === 'assigned';

/** One answer for all of them; those that nobody has accepted may be accepted in the same step. */
export function BulkResolve({ rows, run, ...dialog }: BulkDialogProps) {
  const { t } = useTexts();
  const now = useNow();
  const codes = useReferenceChoices('resolution_code');
  const [code, setCode] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [breachReason, setBreachReason] = useState('');
  const [accept, setAccept] = useState(true);
  const late = rows.filter((row) => row.clocks.some((clock) => clock.kind === 'resolution' && clockMood(clock, now) === 'breach')).length;
  const waiting = rows.filter(unaccepted).length;
  const submit = (): void => {
    if (code === null) return;
    const resolution = { code, text: text.trim(), ...(breachReason.trim() ? { breachReason: breachReason.trim() } : {}) };
    run({ action: 'resolve', resolution, incident: (row) => (accept && unaccepted(row) ? { accept: true } : {}) });
  };
  return (
    <FormDialog
      {...dialog}
      title={t('bulk.resolve', { count: rows.length })}
      submit={t('action.resolve')}
      ready={code !== null && text.trim() !== ''}
      onSubmit={submit}
    >
      <Textarea
        label={t('resolve.text')}
        description={t('bulk.textHint')}
        autosize
        minRows={3}
        maxRows={10}
        data-autofocus
        required
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Choices label={t('resolve.code')} layout="chips" choices={codes} value={code} onChange={setCode} />
      {waiting > 0 && (
        <Checkbox
          label={t('bulk.accept', { count: waiting })}
          checked={accept}
          onChange={(event) => setAccept(event.currentTarget.checked)}
        />
      )}
      {late > 0 && (
        <Textarea
          label={t('resolve.breachReason')}
          description={t('bulk.breachHint', { count: late })}
          autosize
          minRows={2}
          value={breachReason}
          onChange={(event) => setBreachReason(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}

/** A duplicate names its own earlier ticket: that is for one at a time. */
const ends = ['withdrawn', 'invalid', 'test'] as const;

export function BulkCancel({ rows, run, ...dialog }: BulkDialogProps) {
  const { t } = useTexts();
  const [reason, setReason] = useState<(typeof ends)[number] | null>(null);
  return (
    <FormDialog
      {...dialog}
      grave
      title={t('bulk.cancel', { count: rows.length })}
      submit={t('action.cancelTicket')}
      ready={reason !== null}
      onSubmit={() => reason && run({ action: 'cancel', cancellation: { reason } })}
    >
      <p>{t('bulk.cancelHint')}</p>
      <Choices
        first
        label={t('cancel.reason')}
        choices={ends.map((value) => ({ value, text: t(`cancel.${value}`) }))}
        value={reason}
        onChange={(value) => setReason(ends.find((one) => one === value) ?? null)}
      />
    </FormDialog>
  );
}
