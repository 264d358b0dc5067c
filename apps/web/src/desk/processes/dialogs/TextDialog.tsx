import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../../shell/FormDialog';
import { useTexts, type TextKey } from '../../texts';
import type { Evidence, Process } from '../process-queries';
import { send, useProcessCall } from '../use-process-call';

/** Withdraws a document with the reason; what hangs on it falls at once, and the dialog says so before. */
export function WithdrawDialog({ process, evidence, onClose }: { process: Process; evidence: Evidence; onClose: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const call = useProcessCall('processes.done.withdraw', onClose);
  const counts = process.stage === 'implemented' || process.stage === 'at_risk';
  return (
    <FormDialog
      title={t('processes.action.withdraw')}
      submit={t('processes.action.withdraw')}
      ready={reason.trim() !== ''}
      busy={call.isPending}
      error={call.error}
      grave
      onSubmit={() =>
        call.mutate(() => send({ method: 'POST', path: `/${process.id}/evidence/${evidence.id}/withdrawal`, body: { reason } }))
      }
      onClose={onClose}
    >
      <p>{evidence.document}</p>
      {counts && evidence.kind === 'order' && <p>{t('processes.suspendsAtOnce')}</p>}
      <Textarea
        label={t('processes.reason')}
        required
        data-autofocus
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** Ends the process for good, by an order. */
export function RetireDialog({ process, onClose }: { process: Process; onClose: () => void }) {
  const { t } = useTexts();
  const [orderNumber, setOrderNumber] = useState('');
  const call = useProcessCall('processes.done.retire', onClose);
  return (
    <FormDialog
      title={t('processes.action.retire')}
      submit={t('processes.action.retire')}
      ready={orderNumber.trim() !== ''}
      busy={call.isPending}
      error={call.error}
      grave
      onSubmit={() =>
        call.mutate(() => send({ method: 'POST', path: `/${process.id}/retirement`, body: { orderNumber }, revision: process.revision }))
      }
      onClose={onClose}
    >
      <p>{t('processes.retireText')}</p>
      <TextInput
        label={t('processes.evidence.orderNumber')}
        required
        data-autofocus
        maxLength={60}
        value={orderNumber}
        onChange={(event) => setOrderNumber(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

interface Step {
  /** Below the process's address. */
  path: string;
  method?: 'POST' | 'DELETE';
  title: TextKey;
  text: TextKey;
  done: TextKey;
  grave?: boolean;
}

/** One step without fields: what it means, and the button. */
export function StepDialog({ process, step, onClose }: { process: Process; step: Step; onClose: () => void }) {
  const { t } = useTexts();
  const { path, method = 'POST', title, text, done, grave = false } = step;
  const call = useProcessCall(done, onClose);
  return (
    <FormDialog
      title={t(title)}
      submit={t(title)}
      ready
      busy={call.isPending}
      error={call.error}
      grave={grave}
      onSubmit={() => call.mutate(() => send({ method, path: `/${process.id}/${path}`, revision: process.revision }))}
      onClose={onClose}
    >
      <p>{t(text)}</p>
    </FormDialog>
  );
}
