import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../format';
import { useNow } from '../../now';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import { rigaInstant, rigaWall } from '../../ticket/riga-wall';
import c from '../form.module.css';
import type { Change } from '../types';
import { useBegin } from '../use-change-step';

/** Records the verbal consent on which an emergency begins before it is authorised (DOMAIN 3.4). */
export function ConsentDialog({ change, onClose }: { change: Change; onClose: () => void }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const now = useNow();
  const [by, setBy] = useState('');
  const [at, setAt] = useState(() => rigaWall(now));
  const { consent } = change;
  const begin = useBegin(change, onClose);
  const instant = rigaInstant(at);
  const title = t('change.action.consent');
  return (
    <ActionDialog
      ticket={change}
      title={title}
      submit={t('change.consent.submit')}
      ready={consent !== null || (by.trim() !== '' && instant !== undefined)}
      busy={begin.isPending}
      error={begin.error}
      onSubmit={() => begin.mutate(consent || !instant ? null : { by: by.trim(), at: instant })}
      onClose={onClose}
    >
      <p className={c.warn}>{t('change.consent.text')}</p>
      {consent ? (
        <p className={c.plain}>{t('change.consent.by', { by: consent.by, at: dateTime(consent.at) })}</p>
      ) : (
        <>
          <TextInput
            label={t('change.consent.who')}
            description={t('change.consent.whoHint')}
            required
            data-autofocus
            maxLength={200}
            value={by}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
          <TextInput
            type="datetime-local"
            label={t('change.consent.at')}
            required
            max={rigaWall(now)}
            value={at}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
        </>
      )}
    </ActionDialog>
  );
}
