import type { WorkingCalendar } from '#calendars';
import { instant, type Instant, parseInstant } from '#kernel';

/** When a campaign goes on, as it is kept. Dates are `YYYY-MM-DD`, days are working days after the opening. */
export interface CampaignDays {
  readonly opensOn: string;
  readonly closesOn: string;
  readonly reminderDays: readonly number[];
}

export type MailRound = 'invitation' | 'reminder' | 'coverage';

/** A step of the plan. `number` counts the mails to a respondent from 0, the invitation; the coverage is told once. */
export interface PlannedStep {
  readonly kind: MailRound | 'closing';
  readonly number: number;
  readonly on: string;
  readonly at: Instant;
}

/** A step that was taken. */
export interface TakenStep {
  readonly kind: MailRound;
  readonly number: number;
}

/** A step to be taken now: its mails are written, or it is passed over because a later one has caught up with it. */
export interface DueStep extends TakenStep {
  readonly outcome: 'sent' | 'skipped';
}

/** DOMAIN 6: reminders after 5 and 10 working days, coordinators told after 10, closed after 15. */
export const REMINDER_DAYS: readonly number[] = [5, 10];
export const COVERAGE_DAY = 10;
export const CLOSING_DAY = 15;

const MICROS_PER_HOUR = 3_600_000_000;

/** The plan of a day, by its date. Noon in UTC is on the same date everywhere in Latvia. */
function dayOn(calendar: WorkingCalendar, date: string) {
  return calendar.dayAt(parseInstant(`${date}T12:00:00Z`));
}

type Day = ReturnType<typeof dayOn>;

/** When the mail of a working day leaves: at the first full hour of its working time, 9:00 where work begins at 8:30. */
function sendingTime({ windows: [window] }: Day): Instant | undefined {
  if (!window) return undefined;
  const hour = instant(Math.ceil(window.from / MICROS_PER_HOUR) * MICROS_PER_HOUR);
  return hour < window.to ? hour : window.from;
}

/** The date of the `n`-th working day after a date. */
export function workingDay(calendar: WorkingCalendar, date: string, n: number): string {
  return calendar.dayAt(instant(calendar.workingDaysAfter(dayOn(calendar, date).from, n) - 1)).date;
}

/** How many working days lie after `from`, up to and with `to`. */
export function workingDaysBetween(calendar: WorkingCalendar, from: string, to: string): number {
  return calendar.daysBetween(dayOn(calendar, from).to, dayOn(calendar, to).to).filter(({ counted }) => counted > 0).length;
}

/** Today's date where the calendar is. */
export function dateAt(calendar: WorkingCalendar, now: Instant): string {
  return calendar.dayAt(now).date;
}

/** When a campaign opens by itself: at the sending time of its day, or of the next working day where that is none. */
export function opensAt(calendar: WorkingCalendar, opensOn: string): Instant {
  const day = dayOn(calendar, opensOn);
  return sendingTime(day) ?? sendingTime(dayOn(calendar, workingDay(calendar, opensOn, 1))) ?? day.from;
}

/** A campaign's days when it opens on another date than planned: everything keeps its distance in working days. */
export function movedTo(calendar: WorkingCalendar, days: CampaignDays, opensOn: string): CampaignDays {
  if (opensOn === days.opensOn) return days;
  return { ...days, opensOn, closesOn: workingDay(calendar, opensOn, workingDaysBetween(calendar, days.opensOn, days.closesOn)) };
}

/** The whole plan, in the order of time. What would come after the closing is not part of it. */
export function planOf(calendar: WorkingCalendar, { opensOn, closesOn, reminderDays }: CampaignDays): PlannedStep[] {
  const closing: PlannedStep = { kind: 'closing', number: 0, on: closesOn, at: dayOn(calendar, closesOn).to };
  const after = (kind: MailRound, number: number, days: number): PlannedStep => {
    const on = workingDay(calendar, opensOn, days);
    return { kind, number, on, at: sendingTime(dayOn(calendar, on)) ?? dayOn(calendar, on).from };
  };
  const steps = [
    { kind: 'invitation' as const, number: 0, on: opensOn, at: opensAt(calendar, opensOn) },
    ...reminderDays.map((days, index) => after('reminder', index + 1, days)),
    after('coverage', 0, COVERAGE_DAY),
  ];
  return [...steps.filter(({ at }) => at < closing.at).sort((a, b) => a.at - b.at), closing];
}

/** May mail leave now? Within the working time of a working day, from its sending time on. */
export function mayWrite(calendar: WorkingCalendar, now: Instant): boolean {
  const day = calendar.dayAt(now);
  const from = sendingTime(day);
  const end = day.windows.at(-1)?.to;
  return from !== undefined && end !== undefined && from <= now && now < end;
}

/**
 * The mails that are due at `now` and not yet written. One that comes late (a pause, a night) waits for the next time that mail may leave,
 * and of several late reminders only the last is written. A pause holds everything back.
 */
export function dueSteps(
  calendar: WorkingCalendar,
  plan: readonly PlannedStep[],
  { taken, paused, now }: { readonly taken: readonly TakenStep[]; readonly paused: boolean; readonly now: Instant },
): DueStep[] {
  if (paused || !mayWrite(calendar, now)) return [];
  const done = new Set(taken.map(({ kind, number }) => `${kind}:${number}`));
  const late = plan.filter(({ kind, number, at }) => kind !== 'closing' && at <= now && !done.has(`${kind}:${number}`));
  const last = Math.max(...late.filter(({ kind }) => kind === 'reminder').map(({ number }) => number));
  return late.map(({ kind, number }) => ({
    kind: kind as MailRound,
    number,
    outcome: kind === 'reminder' && number < last ? 'skipped' : 'sent',
  }));
}

/** Is the campaign over? It ends with its last day. */
export function isOver(calendar: WorkingCalendar, { closesOn }: CampaignDays, now: Instant): boolean {
  return now >= dayOn(calendar, closesOn).to;
}
