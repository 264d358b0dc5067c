import { ActionIcon, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBan, IconCheck, IconClockPause, IconPlayerPlay, IconUserPlus, IconX, type Icon } from '@tabler/icons-react';
import { Suspense, useState, type ComponentType } from 'react';
import { part } from '../../part';
import { problemText } from '../../../shared/api/problem';
import { useKeys } from '../../shell/keyboard';
import { useWarm } from '../../shell/warm';
import { useTexts, type DeskTexts } from '../../texts';
import type { Selection } from '../use-selection';
import type { BulkDialogProps } from './BulkDialogs';
import c from './bulk.module.css';
import { type BatchAction, type BatchOutcome, type BatchTerms, useBatch } from './use-batch';

const UNDO_MS = 12_000;
const BatchResults = part(() => import('./BatchResults'), 'BatchResults');
const BulkAssign = part(() => import('./BulkDialogs'), 'BulkAssign');
const BulkHold = part(() => import('./BulkDialogs'), 'BulkHold');
const BulkResolve = part(() => import('./BulkDialogs'), 'BulkResolve');
const BulkCancel = part(() => import('./BulkDialogs'), 'BulkCancel');
const parts = [BulkAssign, BulkHold, BulkResolve, BulkCancel, BatchResults];
const dialogs: Partial<Record<BatchAction, ComponentType<BulkDialogProps>>> = {
  assign: BulkAssign,
  hold: BulkHold,
  resolve: BulkResolve,
  cancel: BulkCancel,
};
const actions: readonly (readonly [BatchAction, Icon])[] = [
  ['assign', IconUserPlus],
  ['hold', IconClockPause],
  ['resume', IconPlayerPlay],
  ['resolve', IconCheck],
  ['cancel', IconBan],
];

/** Says what was done, with the way back where there is one. */
function note({ t }: DeskTexts, { action, done, undo }: BatchOutcome, takeBack: () => void): void {
  const id = `batch-${action}`;
  const said = t(`bulk.done.${action}`, { count: done.length });
  const back = (): void => {
    notifications.hide(id);
    takeBack();
  };
  const message = undo ? (
    <span className={c.note}>
      {said}
      <Button size="compact-sm" variant="subtle" onClick={back}>
        {t('bulk.undo')}
      </Button>
    </span>
  ) : (
    said
  );
  notifications.hide(id);
  notifications.show({ id, message, autoClose: undo ? UNDO_MS : 4000, withBorder: true });
}

/** Carries batches out and tells of them: a note with the way back where all went well, else a list of what was refused. */
function useBulk(selection: Selection) {
  const texts = useTexts();
  const { run, takeBack } = useBatch();
  const [open, setOpen] = useState<BatchAction | null>(null);
  const [outcome, setOutcome] = useState<BatchOutcome | null>(null);
  const fail = (error: Error): unknown => notifications.show({ color: 'red', message: problemText(texts, error), withBorder: true });
  const undo = (of: BatchOutcome): void => {
    if (of.undo) takeBack.mutate(of.undo, { onSuccess: tell, onError: fail });
  };
  function tell(of: BatchOutcome): void {
    setOpen(null);
    selection.set(of.refused.map(({ before }) => before.id));
    if (of.refused.length > 0) return setOutcome(of);
    setOutcome(null);
    note(texts, of, () => undo(of));
  }
  const start = (action: BatchAction): void => {
    run.reset();
    if (dialogs[action]) setOpen(action);
    else run.mutate({ action, rows: selection.rows }, { onSuccess: tell, onError: fail });
  };
  const send = (terms: BatchTerms): void => run.mutate({ ...terms, rows: selection.rows }, { onSuccess: tell });
  return {
    open,
    close: () => setOpen(null),
    start,
    send,
    run,
    outcome,
    undo,
    closeResults: () => setOutcome(null),
    busy: takeBack.isPending,
  };
}

/** What can be done with the selected tickets, docked at the foot of the list so that it covers nothing. */
export function BulkBar({ selection }: { selection: Selection }) {
  const { t } = useTexts();
  const bulk = useBulk(selection);
  useWarm(parts);
  const { rows } = selection;
  const Dialog = bulk.open && dialogs[bulk.open];
  const start = (action: BatchAction) => (): void => bulk.start(action);
  useKeys(rows.length > 0 ? { s: start('assign'), h: start('hold'), e: start('resolve'), Escape: selection.clear } : {});
  return (
    <>
      {rows.length > 0 && (
        <div className={c.bar} role="toolbar" aria-label={t('bulk.actions')}>
          <b role="status">{t('bulk.selected', { count: rows.length })}</b>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('bulk.clear')} onClick={selection.clear}>
            <IconX size={17} aria-hidden />
          </ActionIcon>
          <span className={c.gap} />
          {actions.map(([action, Sign]) => (
            <Button
              key={action}
              size="sm"
              variant="subtle"
              px={7}
              leftSection={<Sign size={16} aria-hidden />}
              disabled={bulk.run.isPending}
              onClick={start(action)}
            >
              <span className={c.word}>{t(`bulk.action.${action}`)}</span>
            </Button>
          ))}
        </div>
      )}
      <Suspense>
        {Dialog && rows.length > 0 && (
          <Dialog rows={rows} busy={bulk.run.isPending} error={bulk.run.error} run={bulk.send} onClose={bulk.close} />
        )}
        {bulk.outcome && (
          <BatchResults
            outcome={bulk.outcome}
            busy={bulk.busy}
            onUndo={() => bulk.outcome && bulk.undo(bulk.outcome)}
            onClose={bulk.closeResults}
          />
        )}
      </Suspense>
    </>
  );
}
