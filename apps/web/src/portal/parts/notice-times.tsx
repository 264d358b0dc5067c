import type { ReactNode } from 'react';
import type { components } from '../../shared/api-schema';
import { useTexts } from '../texts';
import css from './notices-card.module.css';

/** When mails leave. */
export type Times = Pick<components['schemas']['NoticeSettingsResponse'], 'quietHours' | 'urgentAtOnce' | 'digestHour'>;

/** What stands there when somebody begins to choose. */
const NIGHT = { from: 20, to: 7, daysOff: true };
const MORNING = 8;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

function Check({ label, hint, on, onChange }: { label: string; hint?: ReactNode; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className={css.check}>
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  );
}

function Hour({ label, hour, onChange }: { label: string; hour: number; onChange: (hour: number) => void }) {
  return (
    <label className={css.hour}>
      {label}
      <select value={hour} onChange={(event) => onChange(Number(event.target.value))}>
        {HOURS.map((one) => (
          <option key={one} value={one}>
            {`${String(one).padStart(2, '0')}:00`}
          </option>
        ))}
      </select>
    </label>
  );
}

interface Props {
  times: Times;
  /** May he come to hear of what can be urgent? */
  urgent: boolean;
  onChange: (times: Times) => void;
}

/** Quiet hours, and one mail a day. */
export function NoticeTimes({ times, urgent, onChange }: Props) {
  const { t } = useTexts();
  const { quietHours: quiet, digestHour, urgentAtOnce } = times;
  const set = (part: Partial<Times>): void => onChange({ ...times, ...part });
  return (
    <div className={css.times}>
      <Check
        label={t('notify.quiet')}
        hint={t('notify.quietHint')}
        on={quiet !== null}
        onChange={(on) => set({ quietHours: on ? NIGHT : null })}
      />
      {quiet && (
        <div className={css.within}>
          <div className={css.hours}>
            <Hour label={t('notify.from')} hour={quiet.from} onChange={(from) => set({ quietHours: { ...quiet, from } })} />
            <Hour label={t('notify.to')} hour={quiet.to} onChange={(to) => set({ quietHours: { ...quiet, to } })} />
          </div>
          <Check label={t('notify.daysOff')} on={quiet.daysOff} onChange={(daysOff) => set({ quietHours: { ...quiet, daysOff } })} />
        </div>
      )}
      <Check
        label={t('notify.digest')}
        hint={t('notify.digestHint')}
        on={digestHour !== null}
        onChange={(on) => set({ digestHour: on ? MORNING : null })}
      />
      {digestHour !== null && (
        <div className={css.within}>
          <Hour label={t('notify.digestAt')} hour={digestHour} onChange={(hour) => set({ digestHour: hour })} />
        </div>
      )}
      {urgent && (quiet !== null || digestHour !== null) && (
        <Check label={t('notify.urgent')} on={urgentAtOnce} onChange={(on) => set({ urgentAtOnce: on })} />
      )}
    </div>
  );
}
