import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import c from '../form.module.css';
import type { Change } from '../types';
import { useStep } from '../use-change-step';
import { Conflicts } from '../window/Conflicts';

/** Asks those for a decision to whom the risk gives it; conflicts are seen before. */
export function AuthoriseDialog({ change, onClose }: { change: Change; onClose: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const take = useStep(change, { verb: 'authorisation-request', done: 'change.doneWord.requestAuthorisation' }, onClose);
  const { risk, kind, conflicts, abilities } = change;
  const blocked = conflicts.some(({ blocking }) => blocking);
  const who = kind === 'emergency' ? 'ecab' : (risk?.level ?? 'medium');
  const title = t('change.action.requestAuthorisation');
  return (
    <ActionDialog
      ticket={change}
      title={title}
      submit={title}
      ready={!blocked || (abilities.override && reason.trim() !== '')}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(blocked ? { overrideReason: reason.trim() } : {})}
      onClose={onClose}
    >
      <p className={c.plain}>{t('change.authorise.text', { who: t(`change.authorise.${who}`) })}</p>
      {conflicts.length > 0 && (
        <>
          <p className={c.plain}>{t('change.authorise.conflicts')}</p>
          <Conflicts change={change} />
        </>
      )}
      {blocked && (
        <Textarea
          label={t('change.authorise.override')}
          required
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </ActionDialog>
  );
}
