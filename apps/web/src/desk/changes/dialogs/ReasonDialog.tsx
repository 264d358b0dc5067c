import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import type { Change } from '../types';
import { useStep } from '../use-change-step';

const steps = {
  return: { verb: 'return', label: 'change.return.reason' },
  cancel: { verb: 'cancellation', label: 'change.cancel.reason' },
} as const;

/** A step that needs nothing but its reason: back to the draft, or the end. */
export function ReasonDialog({ change, step, onClose }: { change: Change; step: keyof typeof steps; onClose: () => void }) {
  const { t } = useTexts();
  const { verb, label } = steps[step];
  const [reason, setReason] = useState('');
  const take = useStep(change, { verb, done: `change.doneWord.${step}` }, onClose);
  const title = t(`change.action.${step}`);
  return (
    <ActionDialog
      ticket={change}
      title={title}
      submit={title}
      ready={reason.trim() !== ''}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate({ reason: reason.trim() })}
      onClose={onClose}
    >
      <Textarea
        label={t(label)}
        required
        autosize
        minRows={3}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}

export const ReturnDialog = (props: { change: Change; onClose: () => void }) => <ReasonDialog {...props} step="return" />;
export const CancelChangeDialog = (props: { change: Change; onClose: () => void }) => <ReasonDialog {...props} step="cancel" />;
