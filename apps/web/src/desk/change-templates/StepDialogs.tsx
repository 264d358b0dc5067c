import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { inRiga } from '../../shared/format/riga-time';
import dialog from '../campaigns/dialog.module.css';
import { useNow } from '../now';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import type { Template } from './template-queries';
import { useTemplateChange } from './use-template-change';

interface Props {
  template: Template;
  onClose: () => void;
}

/** The manager puts the latest version in force by an order. */
export function OrderDialog({ template, onClose }: Props) {
  const { t } = useTexts();
  const today = inRiga(useNow()).date;
  const [orderNumber, setNumber] = useState('');
  const [orderDate, setDate] = useState(today);
  const change = useTemplateChange(template, onClose);
  const version = template.draft ?? template.current;
  return (
    <FormDialog
      title={t('templates.approve')}
      submit={t('templates.approve')}
      ready={orderNumber.trim() !== '' && orderDate !== ''}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ do: 'approval', body: { orderNumber, orderDate } })}
      onClose={onClose}
    >
      <p>{t('templates.approveText', { name: version.name, version: String(version.version) })}</p>
      <div className={dialog.pair}>
        <TextInput
          label={t('templates.orderNumber')}
          data-autofocus
          required
          maxLength={60}
          value={orderNumber}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('templates.orderDate')}
          required
          max={today}
          value={orderDate}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
      </div>
    </FormDialog>
  );
}

/** Out of use until another order, or for good: with the reason. */
export function ReasonDialog({ template, step, onClose }: Props & { step: 'suspension' | 'retirement' }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const change = useTemplateChange(template, onClose);
  return (
    <FormDialog
      title={t(`templates.${step}`)}
      submit={t(`templates.${step}`)}
      grave={step === 'retirement'}
      ready={reason.trim() !== ''}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ do: step, body: { reason } })}
      onClose={onClose}
    >
      <p>{t(`templates.${step}Text`, { name: template.current.name })}</p>
      <Textarea
        label={t('templates.reason')}
        data-autofocus
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
