import { IconFlag, IconMessage } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import type { ClockSummary } from '../data/types';
import { useNow } from '../now';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { clockMood, secondsLeft, type Mood } from './clock-mood';
import c from './marks.module.css';

export function Triangle({ size = 11 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden>
      <path d="M6 .8 11.6 11H.4z" fill="currentColor" />
    </svg>
  );
}

function useClockWords(clock: ClockSummary, mood: Mood, now: number): string {
  const { t } = useTexts();
  const { brief } = useFormat();
  if (mood === 'done') return t('desk.clock.met');
  if (mood === 'late') return t('desk.clock.wasLate');
  if (mood === 'paused') return t('desk.clock.paused');
  if (mood === 'none') return t('desk.clock.none');
  return brief(secondsLeft(clock, now));
}

/** A clock as text, shape and bar: late has a triangle, a minus sign and a full bar. */
export function ClockCell({ clock }: { clock: ClockSummary }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const now = useNow();
  const mood = clockMood(clock, now);
  const words = useClockWords(clock, mood, now);
  const kind = t(`desk.clock.${clock.kind}`);
  const Kind = clock.kind === 'response' ? IconMessage : IconFlag;
  const used = mood === 'breach' ? 100 : Math.min(100, Math.max(0, clock.percent));
  const title = clock.dueAt ? t('desk.clock.title', { kind, due: dateTime(clock.dueAt) }) : kind;
  const running = mood === 'ok' || mood === 'risk' || mood === 'breach' || mood === 'paused';
  return (
    <span className={c.clock} data-mood={mood} title={title}>
      <span className={c.clockText}>
        {mood === 'breach' && <Triangle />}
        {words}
        <span className="vh">{mood === 'breach' ? t('desk.clock.isLate') : mood === 'risk' ? t('desk.clock.isNear') : ''}</span>
        <span className={c.clockKind}>
          <Kind size={13} stroke={1.8} role="img" aria-label={kind} />
        </span>
      </span>
      {running && <i style={{ '--used': `${used}%` } as CSSProperties} />}
    </span>
  );
}
