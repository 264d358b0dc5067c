import { FileInput, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { inRiga } from '../../shared/format/riga-time';
import { CustodianField } from '../assets/CustodianField';
import dialog from '../campaigns/dialog.module.css';
import { useFormat } from '../format';
import { useNow } from '../now';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import type { Recommendation } from './register-queries';
import { useFaults } from './use-faults';
import { useRecommendation } from './use-recommendation';

interface Props {
  recommendation: Recommendation;
  onClose: () => void;
}

type Person = { id: string; name: string };

/** A manager enters what an audit told the Centre to do. */
export function EnterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [fields, setFields] = useState({ source: '', number: '', text: '', dueOn: '' });
  const [owner, setOwner] = useState<Person | null>(null);
  const enter = useMutation({
    mutationFn: () => bodyOf(api.POST('/api/v1/audit-recommendations', { body: { ...fields, ownerId: owner?.id ?? '' } })),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['registers'] });
      notifications.show({ message: t('registers.done.entered'), withBorder: true, autoClose: 4000 });
      onClose();
      await navigate({ to: '/reports/recommendations/$id', params: { id } });
    },
  });
  const fault = useFaults(enter.error);
  const field = (name: keyof typeof fields) => ({
    label: t(`registers.field.${name}`),
    required: true,
    value: fields[name],
    error: fault(name),
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => setFields((known) => ({ ...known, [name]: value })),
  });
  return (
    <FormDialog
      title={t('registers.enter')}
      submit={t('registers.enterSubmit')}
      size={640}
      ready={owner !== null && Object.values(fields).every((text) => text.trim() !== '')}
      busy={enter.isPending}
      error={enter.error}
      onSubmit={() => enter.mutate()}
      onClose={onClose}
    >
      <div className={dialog.pair}>
        <TextInput {...field('source')} data-autofocus maxLength={200} />
        <TextInput {...field('number')} maxLength={60} />
      </div>
      <Textarea {...field('text')} autosize minRows={3} maxRows={10} maxLength={5000} />
      <div className={dialog.pair}>
        <CustodianField label={t('registers.field.owner')} value={owner} error={fault('ownerId')} onChange={setOwner} />
        <TextInput {...field('dueOn')} type="date" />
      </div>
    </FormDialog>
  );
}

/** The owner asks for a later due. */
export function ExtensionDialog({ recommendation, onClose }: Props) {
  const { t } = useTexts();
  const { date } = useFormat();
  const today = inRiga(useNow()).date;
  const [dueOn, setDue] = useState('');
  const [reason, setReason] = useState('');
  const change = useRecommendation(recommendation, onClose);
  const fault = useFaults(change.error);
  const { dueOn: original, countedDueOn } = recommendation;
  return (
    <FormDialog
      title={t('registers.askExtension')}
      submit={t('registers.askExtensionSubmit')}
      ready={dueOn > countedDueOn && reason.trim() !== ''}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ do: 'extension', body: { dueOn, reason } })}
      onClose={onClose}
    >
      <p>{t(today > original ? 'registers.extensionTooLate' : 'registers.extensionText', { date: date(original) })}</p>
      <TextInput
        type="date"
        label={t('registers.newDue')}
        required
        data-autofocus
        min={countedDueOn}
        value={dueOn}
        error={fault('dueOn')}
        onChange={(event) => setDue(event.currentTarget.value)}
      />
      <Reason value={reason} onChange={setReason} />
    </FormDialog>
  );
}

/** It is done, says its owner, and shows it. */
export function ReportDialog({ recommendation, onClose }: Props) {
  const { t } = useTexts();
  const today = inRiga(useNow()).date;
  const [implementedOn, setDay] = useState(today);
  const [note, setNote] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const change = useRecommendation(recommendation, onClose);
  const fault = useFaults(change.error);
  return (
    <FormDialog
      title={t('registers.report')}
      submit={t('registers.reportSubmit')}
      ready={implementedOn !== '' && note.trim() !== '' && file !== null}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ do: 'implementation', body: { implementedOn, note }, file })}
      onClose={onClose}
    >
      <p>{t('registers.reportText')}</p>
      <TextInput
        type="date"
        label={t('registers.implementedOn')}
        required
        max={today}
        value={implementedOn}
        error={fault('implementedOn')}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Textarea
        label={t('registers.whatWasDone')}
        required
        data-autofocus
        autosize
        minRows={3}
        maxRows={10}
        maxLength={5000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <FileInput
        label={t('registers.evidence')}
        required
        placeholder={t('registers.chooseFile')}
        value={file}
        onChange={setFile}
        clearable={false}
      />
    </FormDialog>
  );
}

/** What another person decides: with a word of why where it is refused. */
export function DecisionDialog({ recommendation, what, onClose }: Props & { what: 'grant' | 'refuse' | 'accept' | 'sendBack' }) {
  const { t } = useTexts();
  const [note, setNote] = useState('');
  const change = useRecommendation(recommendation, onClose);
  const fault = useFaults(change.error);
  const refuses = what === 'refuse' || what === 'sendBack';
  const submit = (): void => {
    if (what === 'grant' || what === 'refuse') change.mutate({ do: 'extension-decision', body: { granted: what === 'grant', note } });
    else change.mutate({ do: 'verification', body: { accepted: what === 'accept', note } });
  };
  return (
    <FormDialog
      title={t(`registers.${what}`)}
      submit={t(`registers.${what}`)}
      ready={!refuses || note.trim() !== ''}
      busy={change.isPending}
      error={change.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t(`registers.${what}Text`)}</p>
      <Textarea
        label={t(refuses ? 'registers.reason' : 'registers.note')}
        required={refuses}
        data-autofocus
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        error={fault('note')}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

export function OwnerDialog({ recommendation, onClose }: Props) {
  const { t } = useTexts();
  const [owner, setOwner] = useState<Person | null>(recommendation.owner);
  const change = useRecommendation(recommendation, onClose);
  return (
    <FormDialog
      title={t('registers.changeOwner')}
      submit={t('registers.changeOwnerSubmit')}
      ready={owner !== null && owner.id !== recommendation.owner.id}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => owner && change.mutate({ do: 'owner', body: { ownerId: owner.id } })}
      onClose={onClose}
    >
      <CustodianField label={t('registers.field.owner')} value={owner} error={useFaults(change.error)('ownerId')} onChange={setOwner} />
    </FormDialog>
  );
}

export function WithdrawDialog({ recommendation, onClose }: Props) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const change = useRecommendation(recommendation, onClose);
  return (
    <FormDialog
      title={t('registers.withdraw')}
      submit={t('registers.withdraw')}
      grave
      ready={reason.trim() !== ''}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ do: 'withdrawal', body: { reason } })}
      onClose={onClose}
    >
      <p>{t('registers.withdrawText')}</p>
      <Reason value={reason} onChange={setReason} />
    </FormDialog>
  );
}

/** Why, in words; the field of every dialog that asks for it. */
export function Reason({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  const { t } = useTexts();
  return (
    <Textarea
      label={t('registers.reason')}
      required
      autosize
      minRows={2}
      maxLength={1000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
