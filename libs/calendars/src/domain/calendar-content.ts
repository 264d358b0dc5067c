import type { CalendarDefinition, CalendarException, Weekday, Window } from './calendar-version.js';

/** What an administrator sets down about a calendar: all of a version but its identity. */
export interface CalendarContent {
  /** The first date for which it is to hold; null in the first version, which holds for all dates. */
  readonly validFrom: string | null;
  readonly weekly: Readonly<Partial<Record<Weekday, readonly Window[]>>>;
  /** In the order of their dates; those before `validFrom` are the ones in force, which nobody changes any more. */
  readonly exceptions: readonly CalendarException[];
  readonly recurringHolidays: readonly string[];
  readonly shortenedByMinutes: number;
  /** The act or order that it rests on. */
  readonly source: string;
}

/** What all versions of a calendar have in common. */
export interface CalendarIdentity {
  readonly code: string;
  readonly nameLv: string;
  readonly nameEn: string;
  /** IANA name; fixed for good, because the bounds of past days hang on it. */
  readonly timezone: string;
}

/** A version that follows another: its dates from `validFrom` on by its own rules, those before by the other's. */
export function compose(identity: CalendarIdentity, content: CalendarContent, before: CalendarDefinition | undefined): CalendarDefinition {
  const { code, nameLv, nameEn, timezone } = identity;
  const { weekly, exceptions, recurringHolidays, shortenedByMinutes, validFrom } = content;
  return {
    code,
    nameLv,
    nameEn,
    timezone,
    weekly,
    exceptions,
    shortenedByMinutes,
    ...(recurringHolidays.length > 0 ? { recurringHolidays } : {}),
    ...(validFrom !== null && before ? { validFrom, before } : {}),
  };
}
