import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { inRiga } from '../../../shared/format/riga-time';
import type { Ticket } from '../../data/types';
import { useNow } from '../../now';
import { useTexts } from '../../texts';
import { rigaMorning } from '../riga-morning';
import { useAside } from '../use-aside';
import { ActionDialog } from './ActionDialog';
import c from './dialogs.module.css';

const DAY_MS = 86_400_000;
/** Days from today that are offered with one click. */
const NEAR = [1, 2, 7] as const;

/** Puts a ticket aside until a day; its assignee is reminded that morning. The clocks run on, and the dialog says so. */
export function AsideDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTexts();
  const now = useNow();
  const day = (days: number): string => inRiga(now + days * DAY_MS).date;
  const [until, setUntil] = useState(day(1));
  const [note, setNote] = useState(ticket.asideNote ?? '');
  const { put } = useAside(ticket, onClose);
  return (
    <ActionDialog
      ticket={ticket}
      title={t('action.aside')}
      submit={t('aside.submit')}
      ready={until !== ''}
      busy={put.isPending}
      error={put.error}
      onSubmit={() => put.mutate({ until: rigaMorning(until), note: note.trim() })}
      onClose={onClose}
    >
      <div className={c.near} role="group" aria-label={t('aside.near')}>
        {NEAR.map((days) => (
          <Button key={days} size="compact-sm" variant="default" aria-pressed={until === day(days)} onClick={() => setUntil(day(days))}>
            {t(`aside.in${days}`)}
          </Button>
        ))}
      </div>
      <TextInput
        type="date"
        label={t('aside.until')}
        description={t('aside.hint')}
        min={day(1)}
        max={day(365)}
        required
        data-autofocus
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <TextInput label={t('aside.note')} maxLength={500} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </ActionDialog>
  );
}
