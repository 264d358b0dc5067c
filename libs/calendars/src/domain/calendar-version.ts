/** A window of wall-clock time, `['08:30', '17:00']`; the end may be `24:00`. */
export type Window = readonly [from: string, to: string];

/** ISO weekday, `1` Monday to `7` Sunday. */
export type Weekday = '1' | '2' | '3' | '4' | '5' | '6' | '7';

export type ExceptionKind = 'holiday' | 'moved_day_off' | 'moved_working_day' | 'shortened' | 'one_off';

/** One date on which the week's pattern does not hold (DOMAIN 4.2). */
export interface CalendarException {
  /** `YYYY-MM-DD`, in the calendar's own time zone. */
  readonly date: string;
  readonly kind: ExceptionKind;
  /** For a moved working day: the date whose windows (and shortness) it takes over. */
  readonly replaces?: string;
  /** Of a one-off day: its own windows in place of the week's; none where nobody works. */
  readonly windows?: readonly Window[];
  readonly nameLv?: string;
  readonly nameEn?: string;
  /** The act that ordered it. */
  readonly source?: string;
}

/** What a published version of a calendar says; it never changes afterwards. */
export interface CalendarDefinition {
  readonly code: string;
  readonly nameLv: string;
  readonly nameEn: string;
  /** IANA name, `Europe/Riga`. */
  readonly timezone: string;
  readonly weekly: Readonly<Partial<Record<Weekday, readonly Window[]>>>;
  readonly exceptions: readonly CalendarException[];
  /** Public holidays on the same date of every year, `MM-DD`; an exception on that date outranks them. */
  readonly recurringHolidays?: readonly string[];
  /** Minutes that a shortened day loses at its end; 0 where the rule is not known. */
  readonly shortenedByMinutes: number;
  /** The first date for which this holds; those before follow `before`. Absent in the first version, which holds for all dates. */
  readonly validFrom?: string;
  /** What held before `validFrom`: the version that this one followed. */
  readonly before?: CalendarDefinition;
}

/** A definition with its identity, as it is kept. */
export interface CalendarVersion extends CalendarDefinition {
  readonly id: string;
  readonly version: number;
}
