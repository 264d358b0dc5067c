import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import type { Problem } from '../types';
import { useStep } from '../use-problem-step';

/** Makes it a known error: cause and workaround, both. */
export function IdentifyDialog({ problem, onClose }: { problem: Problem; onClose: () => void }) {
  const { t } = useTexts();
  const [rootCause, setCause] = useState(problem.rootCause ?? '');
  const [workaround, setWorkaround] = useState(problem.workaround ?? '');
  const take = useStep(problem, 'identification', 'problem.done.identify', onClose);
  return (
    <ActionDialog
      ticket={problem}
      title={t('problem.action.identify')}
      submit={t('problem.action.identify')}
      ready={rootCause.trim() !== '' && workaround.trim() !== ''}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate({ rootCause: rootCause.trim(), workaround: workaround.trim() })}
      onClose={onClose}
    >
      <Textarea
        label={t('problem.field.rootCause')}
        required
        autosize
        minRows={2}
        data-autofocus
        value={rootCause}
        onChange={(event) => setCause(event.currentTarget.value)}
      />
      <Textarea
        label={t('problem.field.workaround')}
        description={t('problem.field.workaroundHint')}
        required
        autosize
        minRows={2}
        value={workaround}
        onChange={(event) => setWorkaround(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}
