import type { WorkingCalendar } from '#calendars';
import { type Instant, MICROS_PER_SECOND, parseInstant, plusSeconds } from '#kernel';
import type { ClockKind } from './ledger-entry.js';
import { begin, type Occasion, type StartTarget, step } from './occasion.js';
import { type ClockChange, isOpen } from './tracked-clock.js';

/** What the law asks to be sent after a security incident, and the clock that waits for it. */
export const STATUTORY_REPORTS = {
  warning: 'statutory_warning',
  notification: 'statutory_notification',
  final: 'statutory_final',
} as const satisfies Record<string, ClockKind>;

export type StatutoryReport = keyof typeof STATUTORY_REPORTS;

/** Every second counts, and nothing pauses it (DOMAIN 4.3(10)). */
export const STATUTORY_CALENDAR = '24x7';

const THRESHOLDS: readonly number[] = [50, 75, 90, 100];

/** So long that the whole of the next month lies within, from any day on. */
const TWO_MONTHS = 63 * 86_400;

/** True for the clocks that a ticket's own life does not move: only what is sent ends them. */
export function isStatutory(kind: ClockKind): boolean {
  return kind.startsWith('statutory_');
}

/** The clocks that awareness starts, or that the notification starts (DOMAIN 4.3(10)). `calendarId` is the version of round the clock. */
export function statutoryTargets(
  event: Occasion['event'],
  hours: { readonly warning: number; readonly notification: number },
  calendarId: string,
  calendar: WorkingCalendar,
): StartTarget[] {
  const target = (kind: ClockKind, seconds: number): StartTarget => ({
    kind,
    calendarId,
    seconds,
    policyVersionId: null,
    rule: 'middle_of_three',
    pauseReasons: [],
    thresholds: THRESHOLDS,
  });
  if (event.type === 'incidents.security-declared') {
    return [target('statutory_warning', hours.warning * 3600), target('statutory_notification', hours.notification * 3600)];
  }
  const sentAt = toldInstant(event, 'sentAt');
  if (event.payload['report'] !== 'notification' || sentAt === null) return [];
  return [target('statutory_final', (monthAfter(sentAt, calendar) - sentAt) / MICROS_PER_SECOND)];
}

/** The end of the same day number of the next month, of its last day where it has no such day: 31 January gives the end of February. */
export function monthAfter(at: Instant, calendar: WorkingCalendar): Instant {
  const today = calendar.dayAt(at).date;
  const later = calendar.daysBetween(at, plusSeconds(at, TWO_MONTHS)).filter(({ date }) => date.slice(0, 7) > today.slice(0, 7));
  const next = later.filter(({ date }) => date.slice(0, 7) === later[0]!.date.slice(0, 7));
  return (next.find(({ date }) => date.slice(8) === today.slice(8)) ?? next.at(-1)!).to;
}

/** A security incident begins the law's clocks at the awareness; a report that is sent ends its own, and the notification begins the last. */
export function followLaw(occasion: Occasion): ClockChange[] {
  const { event, clocks, targets } = occasion;
  if (event.type === 'incidents.security-declared') {
    const awareAt = toldInstant(event, 'awareAt') ?? occasion.at;
    const fresh = targets.filter(({ kind }) => !clocks.some((clock) => clock.kind === kind && clock.state.state !== 'cancelled'));
    return fresh.map((target) => begin(occasion, target, { at: awareAt }));
  }
  const kind = STATUTORY_REPORTS[event.payload['report'] as StatutoryReport];
  const sentAt = toldInstant(event, 'sentAt') ?? occasion.at;
  const waiting = clocks.filter((clock) => clock.kind === kind && isOpen(clock));
  return [
    ...waiting.map((clock) => step(occasion, clock, 'stopped', { at: stopAt(clock.state.dueAt, sentAt, occasion.at), reason: 'sent' })),
    ...targets.map((target) => begin(occasion, target, { at: sentAt })),
  ];
}

/**
 * What was sent in time stops the clock when it was sent, as long as the deadline is still ahead. Once that has passed the breach is on
 * record and sticks (DOMAIN 4.3(8)): then the clock stops when it was told.
 */
function stopAt(dueAt: Instant | null, sentAt: Instant, now: Instant): Instant {
  return dueAt !== null && dueAt < now ? now : sentAt;
}

function toldInstant({ payload }: Occasion['event'], field: string): Instant | null {
  const text = payload[field];
  return typeof text === 'string' ? parseInstant(text) : null;
}
