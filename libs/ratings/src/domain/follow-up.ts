import type { WorkingCalendar } from '#calendars';
import { DomainError, type Instant, instant } from '#kernel';

export const FOLLOW_UP_STATES = ['open', 'done', 'withdrawn'] as const;

/** `withdrawn`: the requester changed "bad" into something better before anybody had looked into it. */
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** Whose days are working days (DOMAIN 4.2). */
export const FOLLOW_UP_CALENDAR = 'lv-8x5';

/** Working days in which the lead of the group finds out what went wrong; so many again, and the managers are told that he has not. */
const WORKING_DAYS = 2;

/** To whom a follow-up is late: the lead when it is overdue, then the managers. */
const REMINDERS = 2;

/** What the lead of a group does about a bad rating. */
export interface FollowUp {
  readonly id: string;
  readonly ratingId: string;
  readonly ticketId: string;
  readonly groupId: string;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly state: FollowUpState;
  /** Was the person spoken with? Null while it is not done. */
  readonly contacted: boolean | null;
  /** What was done. */
  readonly note: string | null;
  readonly closedById: string | null;
  readonly closedAt: Instant | null;
  /** How often somebody was told that it is late: 1 the lead, 2 the managers too. */
  readonly reminders: number;
  /** When the next one is told; null where nobody will be. */
  readonly remindAt: Instant | null;
}

/** The end of working time on the second working day after it was opened. */
export function dueAt(openedAt: Instant, calendar: WorkingCalendar): Instant {
  const endOfDay = calendar.workingDaysAfter(openedAt, WORKING_DAYS);
  return calendar.dayAt(instant(endOfDay - 1)).windows.at(-1)?.to ?? endOfDay;
}

/** Throws `ratings.follow-up-closed` where it is done or withdrawn already. */
export function complete(
  followUp: FollowUp,
  { by, at, note, contacted }: { by: string; at: Instant; note: string; contacted: boolean },
): FollowUp {
  if (followUp.state !== 'open') throw new DomainError('ratings.follow-up-closed', { state: followUp.state }, 'conflict');
  return { ...followUp, state: 'done', note, contacted, closedById: by, closedAt: at, remindAt: null };
}

/** What is told of now is told of once: the next reminder is two working days later, and after the last there is none. */
export function remind(followUp: FollowUp, calendar: WorkingCalendar): FollowUp {
  const reminders = followUp.reminders + 1;
  return { ...followUp, reminders, remindAt: reminders < REMINDERS ? dueAt(followUp.dueAt, calendar) : null };
}

export function isOverdue({ state, dueAt: due }: Pick<FollowUp, 'state' | 'dueAt'>, at: Instant): boolean {
  return state === 'open' && at >= due;
}
