import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { inRiga } from '../../../shared/format/riga-time';
import { useNow } from '../../now';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import { Choices } from '../../ticket/dialogs/Choices';
import type { Change, ChangeConcurrence } from '../types';
import { useStep } from '../use-change-step';

/** What the body has answered, and by which document. */
export function AnswerConcurrenceDialog({
  change,
  concurrence,
  onClose,
}: {
  change: Change;
  concurrence: ChangeConcurrence;
  onClose: () => void;
}) {
  const { t } = useTexts();
  const today = inRiga(useNow()).date;
  const [answer, setAnswer] = useState<string | null>(null);
  const [answeredOn, setAnsweredOn] = useState(today);
  const [document, setDocument] = useState('');
  const [note, setNote] = useState('');
  const take = useStep(change, { verb: `concurrences/${concurrence.id}/answer`, done: 'change.doneWord.concurrence' }, onClose);
  const optional = { ...(document.trim() ? { document: document.trim() } : {}), ...(note.trim() ? { note: note.trim() } : {}) };
  return (
    <ActionDialog
      ticket={change}
      title={t('change.concurrence.answerTitle', { body: concurrence.body })}
      submit={t('change.save')}
      ready={answer !== null && answeredOn !== ''}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate({ granted: answer === 'yes', answeredOn, ...optional })}
      onClose={onClose}
    >
      <Choices
        first
        label={t('change.concurrence.answer')}
        layout="chips"
        choices={(['yes', 'no'] as const).map((value) => ({ value, text: t(`change.concurrence.${value}`) }))}
        value={answer}
        onChange={setAnswer}
      />
      <TextInput
        type="date"
        label={t('change.concurrence.answeredOn')}
        required
        min={concurrence.askedOn}
        max={today}
        value={answeredOn}
        onChange={(event) => setAnsweredOn(event.currentTarget.value)}
      />
      <TextInput
        label={t('change.concurrence.document')}
        maxLength={200}
        value={document}
        onChange={(event) => setDocument(event.currentTarget.value)}
      />
      <TextInput
        label={t('change.concurrence.note')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}
