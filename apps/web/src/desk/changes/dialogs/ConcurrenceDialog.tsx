import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { inRiga } from '../../../shared/format/riga-time';
import { useNow } from '../../now';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import type { Change } from '../types';
import { useStep } from '../use-change-step';

/** Asks a body outside the Centre; its answer is due within a month (DOMAIN A17). */
export function ConcurrenceDialog({ change, onClose }: { change: Change; onClose: () => void }) {
  const { t } = useTexts();
  const today = inRiga(useNow()).date;
  const [body, setBody] = useState('');
  const [askedOn, setAskedOn] = useState(today);
  const take = useStep(change, { verb: 'concurrences', done: 'change.doneWord.concurrence' }, onClose);
  const title = t('change.concurrence.add');
  return (
    <ActionDialog
      ticket={change}
      title={title}
      submit={t('change.save')}
      ready={body.trim() !== '' && askedOn !== ''}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate({ body: body.trim(), askedOn })}
      onClose={onClose}
    >
      <TextInput
        label={t('change.concurrence.body')}
        description={t('change.concurrence.bodyHint')}
        required
        data-autofocus
        maxLength={200}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('change.concurrence.askedOn')}
        description={t('change.concurrence.dueHint')}
        required
        max={today}
        value={askedOn}
        onChange={(event) => setAskedOn(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}
