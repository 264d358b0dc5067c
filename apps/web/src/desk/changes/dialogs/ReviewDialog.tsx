import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import { Choices } from '../../ticket/dialogs/Choices';
import type { Change } from '../types';
import { useStep } from '../use-change-step';

/** The review after the work: was it worth it, and what is done otherwise next time. */
export function ReviewDialog({ change, onClose }: { change: Change; onClose: () => void }) {
  const { t } = useTexts();
  const [met, setMet] = useState<string | null>(null);
  const [lessons, setLessons] = useState('');
  const take = useStep(change, { verb: 'review', done: 'change.doneWord.review' }, onClose);
  return (
    <ActionDialog
      ticket={change}
      title={t('change.review.title')}
      submit={t('change.save')}
      ready={met !== null && lessons.trim() !== ''}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate({ objectivesMet: met === 'yes', lessons: lessons.trim() })}
      onClose={onClose}
    >
      <Choices
        first
        label={t('change.review.question')}
        layout="chips"
        choices={(['yes', 'no'] as const).map((value) => ({ value, text: t(`change.review.${value}`) }))}
        value={met}
        onChange={setMet}
      />
      <Textarea
        label={t('change.review.lessons')}
        description={t('change.review.lessonsHint')}
        required
        autosize
        minRows={3}
        value={lessons}
        onChange={(event) => setLessons(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}
