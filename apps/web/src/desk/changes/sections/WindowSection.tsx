import { useState } from 'react';
import { useTexts } from '../../texts';
import c from '../document.module.css';
import { Conflicts } from '../window/Conflicts';
import type { Change } from '../types';
import { useWindowWords } from '../use-window-words';
import { Missing, SectionFrame } from './SectionFrame';
import { WindowForm } from './WindowForm';

/** When it happens, what it collides with, and when it would not. */
export function WindowSection({ change }: { change: Change }) {
  const { t } = useTexts();
  const { range, outage } = useWindowWords();
  const [editing, setEditing] = useState(false);
  const { window, conflicts, approvedWindow, abilities, conflictOverride, state } = change;
  const before = ['draft', 'assessing', 'awaiting_authorisation'].includes(state);
  const edit = before && abilities.edit && !editing ? () => setEditing(true) : undefined;
  const moved = approvedWindow && window && (approvedWindow.from !== window.from || approvedWindow.to !== window.to);
  return (
    <SectionFrame
      name="window"
      aside={conflicts.length > 0 ? t('change.window.conflicts', { count: conflicts.length }) : null}
      onEdit={edit}
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
        </>
      ) : (
        <Missing>{t('change.window.none')}</Missing>
      )}
    </SectionFrame>
  );
}
