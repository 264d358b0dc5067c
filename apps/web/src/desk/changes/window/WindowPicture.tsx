import { timeOfDay } from '../../../shared/format/dates';
import { useTexts } from '../../texts';
import c from '../side.module.css';
import type { Change, ChangeWindow } from '../types';
import { scaleOf } from './window-scale';

/** `CHG-418` of `CHG-2026-000418`: the strip is narrow. */
const short = (number: string): string => number.replace(/-\d{4}-0*/, '-');
const place = ({ left, width }: { left: number; width: number }) => ({ left: `${left}%`, width: `${width}%` });

/** The window on a strip of hours; below it what collides with it, dashed where it only warns. */
export function WindowPicture({ change, window }: { change: Change; window: ChangeWindow }) {
  const { t } = useTexts();
  const { bars, marks } = scaleOf(window, change.conflicts);
  const [own] = bars;
  return (
    <div className={c.picture} role="img" aria-label={t('change.window.picture')}>
      {marks.map(({ at, left }) => (
        <span key={at} className={c.hour} style={{ left: `${left}%` }} />
      ))}
      {own && change.conflicts.length > 0 && <span className={c.band} style={place(own)} />}
      <div className={c.bars}>
        {bars.map((bar) => (
          <div key={bar.key}>
            <span
              style={place(bar)}
              data-kind={bar.conflict ? (bar.conflict.freeze ? 'freeze' : 'other') : 'this'}
              data-blocking={bar.conflict?.blocking}
            >
              {bar.conflict
                ? bar.conflict.change
                  ? short(bar.conflict.change.number)
                  : bar.conflict.freeze
                : `${short(change.number)} ${t('change.window.this')}`}
            </span>
          </div>
        ))}
      </div>
      <div className={`${c.hours} num`}>
        {marks.map(({ at, left }) => (
          <small key={at} style={{ left: `${left}%` }}>
            {timeOfDay(at)}
          </small>
        ))}
      </div>
    </div>
  );
}
