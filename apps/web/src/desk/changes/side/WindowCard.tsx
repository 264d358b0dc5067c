import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useTexts } from '../../texts';
import type { ChangeAction } from '../change-actions';
import c from '../side.module.css';
import type { Change } from '../types';
import { useWindowWords } from '../use-window-words';
import { FreeSlot } from '../window/FreeSlot';
import { WindowPicture } from '../window/WindowPicture';

/** The window on a strip of hours with what collides with it, and the next one that is free. */
export function WindowCard({ change, act }: { change: Change; act: (action: ChangeAction) => void }) {
  const { t } = useTexts();
  const { day, times, outage } = useWindowWords();
  const { window, conflicts, outageMinutes } = change;
  if (!window) return null;
  return (
    <section className={c.card} aria-labelledby="window-card">
      <header>
        <div>
          <h2 id="window-card">{t('change.window.title', { day: day(window.from) })}</h2>
          <p className="num">
            {times(window)}, {outage(outageMinutes)}
          </p>
        </div>
      </header>
      <WindowPicture change={change} window={window} />
      {conflicts.length > 0 && (
        <p className={c.collides}>
          <IconAlertTriangleFilled size={15} aria-hidden />
          {t('change.window.conflicts', { count: conflicts.length })}
        </p>
      )}
      {conflicts.length > 0 && <FreeSlot change={change} act={act} />}
    </section>
  );
}
