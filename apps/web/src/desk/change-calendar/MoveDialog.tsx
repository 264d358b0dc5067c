import { Button, Modal, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../shared/api/http';
import form from '../changes/form.module.css';
import { WindowFields } from '../changes/window/WindowFields';
import { ProblemNote } from '../ticket/ProblemNote';
import { rigaInstant, rigaWall } from '../ticket/riga-wall';
import { useTexts } from '../texts';
import { calendarQueries, type CalendarChange, type Conflict } from './calendar-queries';
import c from './dialogs.module.css';
import { useCalendarWords } from './use-calendar-words';

interface Props {
  change: CalendarChange;
  /** Where it is to go; changeable in the dialog. */
  window: { from: string; to: string };
  onClose: () => void;
}

function Found({ items }: { items: readonly Conflict[] }) {
  const { t } = useTexts();
  const { times } = useCalendarWords();
  return (
    <ul className={c.found}>
      {items.map(({ reason, blocking, change, item, freeze, from, to }, at) => (
        <li key={at} data-blocking={blocking || undefined}>
          <b>{t(blocking ? 'change.conflict.blocks' : 'change.conflict.warns')}:</b> {t(`change.conflict.${reason}`)}
          {item && ` ${item.tag}`}
          {freeze && `: ${freeze.reason}`}
          {change && ` · ${change.number} ${change.title}`} <span className="num">({times({ from, to })})</span>
        </li>
      ))}
    </ul>
  );
}

/** Moves a scheduled change: by the wall clock, with what that means and what speaks against it before anything happens. */
export function MoveDialog({ change, window, onClose }: Props) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [fields, setFields] = useState({ from: rigaWall(window.from), to: rigaWall(window.to), outage: '' as const });
  const [reason, setReason] = useState('');
  const [from, to] = [rigaInstant(fields.from) ?? '', rigaInstant(fields.to) ?? ''];
  const same = from === change.from && to === change.to;
  const { data: tried } = useQuery({ ...calendarQueries.tried(change, from, to), enabled: !same && from !== '' && to > from });
  const move = useMutation({
    mutationFn: () =>
      request('POST', `/changes/${change.id}/reschedule`, {
        body: { from, to, ...(reason.trim() ? { overrideReason: reason.trim() } : {}) },
        ifMatch: `"${change.version}"`,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['changes'] });
      onClose();
    },
  });
  const verdict = same ? null : (tried?.move ?? null);
  const blocked = !same && (tried?.items.some(({ blocking }) => blocking) ?? false);
  const ready = verdict !== null && verdict !== 'refused' && to > from && (!blocked || reason.trim() !== '');
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={t('chcal.moveTitle', { number: change.number })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) move.mutate();
        }}
      >
        <p className={form.plain}>{change.title}</p>
        <WindowFields fields={fields} withOutage={false} onChange={(next) => setFields({ ...fields, ...next, outage: '' })} />
        <div aria-live="polite" className={c.verdict}>
          {verdict && (
            <p data-verdict={verdict} className={verdict === 'inside' ? form.plain : form.warn}>
              {t(`chcal.verdict.${verdict}`)}
            </p>
          )}
          {!same &&
            tried &&
            (tried.items.length > 0 ? <Found items={tried.items} /> : <p className={form.plain}>{t('chcal.noConflicts')}</p>)}
        </div>
        {blocked && verdict !== 'refused' && (
          <Textarea
            label={t('chcal.override')}
            description={t('chcal.overrideHint')}
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {move.error && <ProblemNote error={move.error} />}
        <div className={form.dialogFoot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" disabled={!ready} loading={move.isPending}>
            {t(verdict === 'asks_again' ? 'chcal.moveAsking' : 'chcal.move')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
