import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNow } from '../../now';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import { Choices } from '../../ticket/dialogs/Choices';
import { rigaInstant, rigaWall } from '../../ticket/riga-wall';
import { outcomes, type Change } from '../types';
import { useStep } from '../use-change-step';

/** How the work ended, when, and what happened. */
export function FinishDialog({ change, onClose }: { change: Change; onClose: () => void }) {
  const { t } = useTexts();
  const now = rigaWall(useNow());
  const [outcome, setOutcome] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [until, setUntil] = useState('');
  const take = useStep(change, { verb: 'finish', done: 'change.doneWord.finish' }, onClose);
  const at = rigaInstant(until);
  const title = t('change.action.finish');
  return (
    <ActionDialog
      ticket={change}
      title={title}
      submit={t('change.save')}
      ready={outcome !== null && text.trim() !== ''}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate({ outcome, text: text.trim(), ...(at ? { actualTo: at } : {}) })}
      onClose={onClose}
    >
      <Choices
        first
        label={t('change.finish.outcome')}
        choices={outcomes.map((value) => ({ value, text: t(`change.outcome.${value}`), detail: t(`change.finish.detail.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
      />
      <Textarea
        label={t('change.outcome.text')}
        required
        autosize
        minRows={3}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        label={t('change.outcome.to')}
        description={t('change.finish.now')}
        max={now}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}
