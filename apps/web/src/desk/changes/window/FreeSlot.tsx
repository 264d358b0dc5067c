import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { millis } from '../../../shared/format/riga-time';
import { useTexts } from '../../texts';
import { ProblemNote } from '../../ticket/ProblemNote';
import type { ChangeAction } from '../change-actions';
import { changeQueries } from '../change-queries';
import side from '../side.module.css';
import type { Change, ChangeWindow } from '../types';
import { useEdit } from '../use-change-step';
import { useWindowWords } from '../use-window-words';

const MINUTE_MS = 60_000;

/** The window of the same length that is free next; the reader's own question where he has none yet. */
export function useFreeSlot(change: Pick<Change, 'id' | 'window'>, enabled: boolean) {
  const { window } = change;
  const minutes = window ? Math.round((millis(window.to) - millis(window.from)) / MINUTE_MS) : 60;
  return useQuery({ ...changeQueries.freeSlot(change.id, minutes, window?.from ?? null), enabled });
}

function Move({ change, slot, act }: { change: Change; slot: ChangeWindow; act: (action: ChangeAction) => void }) {
  const { t } = useTexts();
  const edit = useEdit(change, () => undefined);
  const { abilities, state } = change;
  const free = state === 'draft' || state === 'assessing';
  if (!(free && abilities.edit) && !abilities.reschedule) return null;
  return (
    <>
      <Button
        size="xs"
        variant="default"
        loading={edit.isPending}
        onClick={() => (free ? edit.mutate({ plannedFrom: slot.from, plannedTo: slot.to }) : act('reschedule'))}
      >
        {t('change.window.move')}
      </Button>
      {edit.error && <ProblemNote error={edit.error} ticket={change} />}
    </>
  );
}

/** The next free window for the same items, services and people, with the one button that moves there. */
export function FreeSlot({ change, act }: { change: Change; act: (action: ChangeAction) => void }) {
  const { t } = useTexts();
  const { shortRange } = useWindowWords();
  const { data } = useFreeSlot(change, true);
  if (!data) return null;
  return (
    <div className={side.slot}>
      <p>
        <small>{t('change.window.next')}</small>
        <b className="num">{data.slot ? shortRange(data.slot) : t('change.window.nextNone')}</b>
      </p>
      {data.slot && <Move change={change} slot={data.slot} act={act} />}
    </div>
  );
}
