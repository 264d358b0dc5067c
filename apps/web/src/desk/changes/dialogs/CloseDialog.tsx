import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import c from '../form.module.css';
import type { Change } from '../types';
import { useStep } from '../use-change-step';

/** Closes the change, once the register of devices says what the work has made of them. */
export function CloseDialog({ change, onClose }: { change: Change; onClose: () => void }) {
  const { t } = useTexts();
  const [updated, setUpdated] = useState(change.itemsUpdated ?? false);
  const take = useStep(change, { verb: 'closure', done: 'change.doneWord.close' }, onClose);
  const title = t('change.action.close');
  return (
    <ActionDialog
      ticket={change}
      title={title}
      submit={title}
      ready={updated || change.itemCount === 0}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate({ itemsUpdated: true })}
      onClose={onClose}
    >
      <p className={c.plain}>{t('change.close.text')}</p>
      {change.itemCount > 0 && (
        <Checkbox
          label={t('change.close.items')}
          description={change.items.map(({ tag }) => tag).join(', ')}
          checked={updated}
          onChange={(event) => setUpdated(event.currentTarget.checked)}
        />
      )}
    </ActionDialog>
  );
}
