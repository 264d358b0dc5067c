import { IconChevronRight, IconSelector } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ClockSummary, Ticket } from '../data/types';
import { useFormat } from '../format';
import { Avatar } from '../marks/Avatar';
import { Triangle } from '../marks/ClockCell';
import { clockMood, secondsLeft, type Mood } from '../marks/clock-mood';
import { useNow } from '../now';
import { useTexts } from '../texts';
import c from './ticket.module.css';

/** The clock in words: kept, late, what is left and until when. */
export function useClockSentence(clock: ClockSummary, mood: Mood, now: number): { main: string; detail: string } {
  const { t } = useTexts();
  const { duration, weekdayTime } = useFormat();
  const due = clock.dueAt ? t('clock.until', { due: weekdayTime(clock.dueAt) }) : '';
  const left = secondsLeft(clock, now);
  if (mood === 'done') return { main: t('clock.kept', { used: duration(clock.consumedSeconds) }), detail: due };
  if (mood === 'late' || mood === 'breach') return { main: duration(left), detail: due };
  if (mood === 'paused') return { main: t('clock.paused', { left: duration(left) }), detail: t('clock.pausedText') };
  if (mood === 'none') return { main: t('clock.withdrawn'), detail: '' };
  return { main: t('clock.left', { left: duration(left) }), detail: due };
}

/** The clock of each kind that counts now: the last cycle. */
export function currentClocks(clocks: readonly ClockSummary[]): ClockSummary[] {
  return (['response', 'resolution'] as const).flatMap((kind) => {
    const last = clocks
      .filter((clock) => clock.kind === kind)
      .sort((a, b) => a.cycle - b.cycle)
      .at(-1);
    return last ? [last] : [];
  });
}

function ClockTile({ clock, number }: { clock: ClockSummary; number: string }) {
  const { t } = useTexts();
  const now = useNow();
  const mood = clockMood(clock, now);
  const { main, detail } = useClockSentence(clock, mood, now);
  return (
    <Link
      to="/desk/tickets/$number/clocks"
      params={{ number }}
      hash={clock.kind}
      className={c.clockTile}
      data-mood={mood}
      title={t('clock.explain')}
    >
      <small>
        {t(`desk.clock.${clock.kind}`)}
        {(mood === 'breach' || mood === 'late') && <span className="vh"> {t('clock.lateMark')}</span>}
        {clock.cycle > 1 && ` · ${t('clock.cycle', { cycle: String(clock.cycle) })}`}
      </small>
      <b className="num">
        {(mood === 'breach' || mood === 'late') && <Triangle size={10} />}
        {main}
      </b>
      <small className="num">{detail}</small>
      <IconChevronRight size={15} aria-hidden />
      <span className="vh">{t('clock.explain')}</span>
    </Link>
  );
}

/** Both clocks, each a way to its explanation, and who works on it. */
export function ClockStrip({ ticket, onAssign }: { ticket: Ticket; onAssign: () => void }) {
  const { t } = useTexts();
  const who = ticket.assignee?.name ?? t('desk.unassigned');
  return (
    <div className={c.strip} role="group" aria-label={t('clock.strip')}>
      {currentClocks(ticket.clocks).map((clock) => (
        <ClockTile key={clock.id} clock={clock} number={ticket.number} />
      ))}
      <button
        type="button"
        className={c.assignTile}
        onClick={onAssign}
        disabled={!ticket.abilities.assign}
        aria-label={t('ticket.assignedTo', { who, group: ticket.group?.name ?? '–' })}
      >
        <Avatar name={ticket.assignee?.name ?? null} tone="staff" decorative />
        <span>
          <small>{ticket.group?.name ?? t('ticket.noGroup')}</small>
          <b>{who}</b>
        </span>
        {ticket.abilities.assign && <IconSelector size={14} aria-hidden />}
      </button>
    </div>
  );
}
