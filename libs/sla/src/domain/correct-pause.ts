import { DomainError, type Interval } from '#kernel';
import { consumedIn, deadlineOf } from './clock-measures.js';
import type { Calendars, ClockState, Gap, Stretch } from './clock-state.js';
import type { PauseCorrected } from './ledger-entry.js';

/** What a correction of a pause leaves of a clock's past: what counted and what did not. The promise is worked out from it afterwards. */
export type CorrectedPast = Pick<ClockState, 'gaps' | 'openGap' | 'stretches' | 'consumed'>;

/**
 * DOMAIN 4.3(3): a pause is moved, or one that was forgotten is entered. What ran and now stood still no longer counts; what stood still
 * and now ran counts on the calendar of the stretch before it. Every other stretch is counted as it was. Throws `sla.pause-unknown`,
 * `sla.pause-impossible`.
 */
export function correctPast(clock: ClockState, entry: PauseCorrected, calendars: Calendars): CorrectedPast {
  const { replaces, at } = entry;
  const lasting = clock.openGap !== null && clock.openGap.from === replaces ? clock.openGap : null;
  const known = lasting ? { ...lasting, to: at } : clock.gaps.find((gap) => gap.from === replaces && gap.reason !== 'after_stop');
  if (replaces !== null && !known) throw new DomainError('sla.pause-unknown', {}, 'conflict');
  const pause: Gap = { from: entry.from, to: entry.to ?? at, reason: known?.reason ?? entry.hold };
  const others = [...clock.gaps, ...(clock.openGap ? [{ ...clock.openGap, to: at }] : [])].filter((gap) => gap.from !== replaces);
  if ((entry.to === null) !== (lasting !== null) || !fits(pause, clock, at, others)) throw impossible();
  const running = clock.runningSince === null ? [] : [{ from: clock.runningSince, to: at, calendarId: clock.plan.calendarId }];
  const ran: Stretch[] = [...clock.stretches, ...running];
  const freed = known ? without({ ...known, calendarId: calendarBefore(ran, known, clock.plan.calendarId) }, pause) : [];
  const stretches = [...ran.flatMap((stretch) => without(stretch, pause)), ...freed].sort((a, b) => a.from - b.from);
  const closed = clock.gaps.filter((gap) => gap.from !== replaces);
  return {
    gaps: lasting ? closed : [...closed, pause].sort((a, b) => a.from - b.from),
    openGap: lasting ? { from: pause.from, reason: pause.reason } : clock.openGap,
    stretches,
    consumed: consumedIn(stretches, calendars),
  };
}

/** When the plan would end had the past been so all along; an open pause as if it ended at `entry.at`. */
export function correctedDeadline(
  clock: ClockState,
  past: CorrectedPast,
  entry: PauseCorrected,
  calendars: Calendars,
): ReturnType<typeof deadlineOf> {
  const gaps = past.openGap ? [...past.gaps, { ...past.openGap, to: entry.at }] : past.gaps;
  return deadlineOf(clock.plan, gaps, calendars);
}

function fits(pause: Gap, clock: ClockState, at: PauseCorrected['at'], others: readonly Gap[]): boolean {
  const within = pause.from >= clock.startedAt && pause.from < pause.to && pause.to <= (clock.stoppedAt ?? at);
  return within && others.every((gap) => gap.to <= pause.from || gap.from >= pause.to);
}

function impossible(): DomainError {
  return new DomainError('sla.pause-impossible', {}, 'invalid', [{ pointer: '/from', code: 'sla.pause-impossible' }]);
}

function without(stretch: Stretch, { from, to }: Interval): Stretch[] {
  const { calendarId } = stretch;
  const before = { from: stretch.from, to: stretch.to < from ? stretch.to : from, calendarId };
  const after = { from: stretch.from > to ? stretch.from : to, to: stretch.to, calendarId };
  return [before, after].filter((part) => part.from < part.to);
}

function calendarBefore(ran: readonly Stretch[], gap: Interval, otherwise: string): string {
  return ran.findLast((stretch) => stretch.to <= gap.from)?.calendarId ?? otherwise;
}
