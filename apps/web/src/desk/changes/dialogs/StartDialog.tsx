import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { millis } from '../../../shared/format/riga-time';
import { useNow } from '../../now';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import c from '../form.module.css';
import type { Change } from '../types';
import { useStep } from '../use-change-step';
import { useWindowWords } from '../use-window-words';

/** Work may begin so long before and after its window (DOMAIN 3.4). */
const MARGIN_MS = 30 * 60_000;

/** Begins the work; outside the window, or in a freeze that was set since, the change manager says why. */
export function StartDialog({ change, onClose }: { change: Change; onClose: () => void }) {
  const { t } = useTexts();
  const { range } = useWindowWords();
  const now = useNow();
  const [reason, setReason] = useState('');
  const take = useStep(change, { verb: 'start', done: 'change.doneWord.start' }, onClose);
  const { window, abilities, frozen } = change;
  const inside = window !== null && now >= millis(window.from) - MARGIN_MS && now <= millis(window.to) + MARGIN_MS;
  const plain = inside && !frozen;
  const words = !inside ? 'change.start.outside' : frozen ? 'change.start.frozen' : 'change.start.inside';
  const when = window ? range(window) : t('changes.noWindow');
  const title = t('change.action.start');
  return (
    <ActionDialog
      ticket={change}
      title={title}
      submit={title}
      ready={plain || (abilities.startOverride && reason.trim() !== '')}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(plain ? {} : { overrideReason: reason.trim() })}
      onClose={onClose}
    >
      <p className={plain ? c.plain : c.warn}>{t(words, { window: when })}</p>
      {!plain && abilities.startOverride && (
        <Textarea
          label={t(inside ? 'change.start.overrideFreeze' : 'change.start.override')}
          required
          autosize
          minRows={2}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </ActionDialog>
  );
}
