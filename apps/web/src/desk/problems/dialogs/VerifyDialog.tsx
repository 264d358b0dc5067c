import { Text } from '@mantine/core';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import type { Problem } from '../types';
import { useStep } from '../use-problem-step';

/** Closes a problem that did not come back. */
export function VerifyDialog({ problem, onClose }: { problem: Problem; onClose: () => void }) {
  const { t } = useTexts();
  const take = useStep(problem, 'verification', 'problem.done.verify', onClose);
  return (
    <ActionDialog
      ticket={problem}
      title={t('problem.action.verify')}
      submit={t('problem.action.verify')}
      ready
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate({})}
      onClose={onClose}
    >
      <Text>{t('problem.verify.hint')}</Text>
    </ActionDialog>
  );
}
