import { useState } from 'react';
import { useTexts } from '../../texts';
import type { ChangeAction } from '../change-actions';
import c from '../document.module.css';
import { Conflicts } from '../window/Conflicts';
import { FreeSlot } from '../window/FreeSlot';
import type { Change } from '../types';
import { useWindowWords } from '../use-window-words';
import { Missing, SectionFrame } from './SectionFrame';
import { WindowForm } from './WindowForm';

/** When it happens, what it collides with, and when it would not. */
export function WindowSection({ change, act }: { change: Change; act: (action: ChangeAction) => void }) {
  const { t } = useTexts();
  const { range, outage } = useWindowWords();
  const [editing, setEditing] = useState(false);
  const { window, conflicts, approvedWindow, abilities, conflictOverride, state } = change;
  const before = ['draft', 'assessing', 'awaiting_authorisation'].includes(state);
  const edit = before && abilities.edit && !editing ? () => setEditing(true) : abilities.reschedule ? () => act('reschedule') : undefined;
  const moved = approvedWindow && window && (approvedWindow.from !== window.from || approvedWindow.to !== window.to);
  return (
    <SectionFrame
      name="window"
      aside={conflicts.length > 0 ? t('change.window.conflicts', { count: conflicts.length }) : null}
      onEdit={edit}
      {...(abilities.reschedule ? { editLabel: t('change.action.reschedule') } : {})}
    >
      {editing ? (
        <WindowForm change={change} onClose={() => setEditing(false)} />
      ) : window ? (
        <>
          <p>
            <b className="num">{range(window)}</b> · {outage(change.outageMinutes)}
          </p>
          {moved && (
            <p className={c.quiet}>
              {t('change.window.approved')}: {range(approvedWindow)}
            </p>
          )}
          <Conflicts change={change} />
          {conflictOverride && (
            <p className={c.quiet}>
              {conflictOverride.by
                ? t('change.window.override', { name: conflictOverride.by.name, reason: conflictOverride.reason })
                : t('change.window.overridden', { reason: conflictOverride.reason })}
            </p>
          )}
          {conflicts.length > 0 && <FreeSlot change={change} act={act} />}
        </>
      ) : (
        <Missing>{t('change.window.none')}</Missing>
      )}
    </SectionFrame>
  );
}
