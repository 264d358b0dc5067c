import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import type { Problem } from '../types';
import { useStep } from '../use-problem-step';

const steps = {
  dismiss: { verb: 'dismissal', field: 'reason' },
  acceptRisk: { verb: 'risk-acceptance', field: 'reason' },
  resolve: { verb: 'resolution', field: 'resolution' },
} as const;

interface Props {
  problem: Problem;
  onClose: () => void;
}

/** A step that needs nothing but its words. */
function WordsDialog({ problem, step, onClose }: Props & { step: keyof typeof steps }) {
  const { t } = useTexts();
  const { verb, field } = steps[step];
  const [text, setText] = useState('');
  const take = useStep(problem, verb, `problem.done.${step}`, onClose);
  const title = t(`problem.action.${step}`);
  return (
    <ActionDialog
      ticket={problem}
      title={title}
      submit={title}
      ready={text.trim() !== ''}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate({ [field]: text.trim() })}
      onClose={onClose}
    >
      <Textarea
        label={t(`problem.${step}.label`)}
        description={t(`problem.${step}.hint`)}
        required
        autosize
        minRows={3}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}

export const DismissDialog = (props: Props) => <WordsDialog {...props} step="dismiss" />;
export const AcceptRiskDialog = (props: Props) => <WordsDialog {...props} step="acceptRisk" />;
export const ResolveProblemDialog = (props: Props) => <WordsDialog {...props} step="resolve" />;
