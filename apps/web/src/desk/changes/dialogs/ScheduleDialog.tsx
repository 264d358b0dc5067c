import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import { changeQueries } from '../change-queries';
import c from '../form.module.css';
import side from '../side.module.css';
import type { ChangeWindow, PlacedChange } from '../types';
import { usePlace } from '../use-change-step';
import { useWindowWords } from '../use-window-words';
import { Conflicts } from '../window/Conflicts';
import { useFreeSlot } from '../window/FreeSlot';
import { bodyOfWindow, type WindowDraft, WindowFields, windowOf } from '../window/WindowFields';

/** Puts the next free window into the fields. */
function UseFreeSlot({ change, onUse }: { change: PlacedChange; onUse: (fields: WindowDraft) => void }) {
  const { t } = useTexts();
  const { shortRange } = useWindowWords();
  const slot = useFreeSlot(change, true).data?.slot;
  if (!slot) return null;
  return (
    <div className={side.slot}>
      <p>
        <small>{t('change.window.next')}</small>
        <b className="num">{shortRange(slot)}</b>
      </p>
      <Button size="xs" variant="default" onClick={() => onUse(windowOf({ window: slot, outageMinutes: change.outageMinutes }))}>
        {t('change.window.take')}
      </Button>
    </div>
  );
}

interface Props {
  change: PlacedChange;
  /** The window that is thought of; the change's own where none is. */
  thought?: ChangeWindow;
  onClose: () => void;
}

/**
 * Puts a change into the calendar, or moves it there, from its page and from the calendar alike: by the wall clock, with what moving means (the
 * server says which) and what speaks against it before anything happens.
 */
export function ScheduleDialog({ change, thought, onClose }: Props) {
  const { t } = useTexts();
  const [fields, setFields] = useState(() => windowOf(thought ? { ...change, window: thought } : change));
  const [reason, setReason] = useState('');
  const moves = change.state === 'scheduled';
  const action = moves ? 'reschedule' : 'schedule';
  const take = usePlace(change, onClose);
  const window = bodyOfWindow(fields);
  const same = window?.plannedFrom === change.window?.from && window?.plannedTo === change.window?.to;
  const tried = useQuery(changeQueries.tried(change.id, window && { from: window.plannedFrom, to: window.plannedTo }));
  const conflicts = tried.data?.conflicts ?? [];
  const verdict = moves && !same ? (tried.data?.move ?? null) : null;
  const blocked = conflicts.some(({ blocking }) => blocking);
  const title = t(`change.action.${action}`);
  const free = window !== null && !(moves && same) && verdict !== 'refused';
  const submit = (): void => {
    if (window)
      take.mutate({ window: { from: window.plannedFrom, to: window.plannedTo }, overrideReason: blocked ? reason.trim() : undefined });
  };
  return (
    <ActionDialog
      ticket={change}
      title={title}
      submit={verdict === 'asks_again' ? t('chcal.moveAsking') : title}
      ready={free && tried.data !== undefined && (!blocked || (change.abilities.override && reason.trim() !== ''))}
      busy={take.isPending}
      error={take.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <WindowFields fields={fields} onChange={setFields} withOutage={false} />
      <div className={c.form} aria-live="polite">
        {moves && (
          <p className={verdict === null || verdict === 'inside' ? c.plain : c.warn}>
            {t(verdict === null ? 'change.reschedule.hint' : `chcal.verdict.${verdict}`)}
          </p>
        )}
        {tried.data && <Conflicts change={{ conflicts }} />}
        {blocked && <p className={c.warn}>{t('change.schedule.blocked')}</p>}
      </div>
      {conflicts.length > 0 && <UseFreeSlot change={change} onUse={setFields} />}
      {change.abilities.override && blocked && (
        <Textarea
          label={t('change.schedule.override')}
          description={t('chcal.overrideHint')}
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </ActionDialog>
  );
}
