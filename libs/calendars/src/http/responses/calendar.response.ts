import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CalendarExceptionFields } from '../requests/draft.request.js';
import { WholeWeek, WINDOWS } from '../requests/week.request.js';

export class CalendarPersonResponse {
  id: string;
  name: string;
}

/** A published version of a calendar. */
export class CalendarVersionResponse {
  id: string;
  version: number;
  /** Where its holidays and moved days come from. */
  source: string;
  publishedAt: string;
  /** How many dates differ from the week's pattern. */
  exceptions: number;
  /** The first date for which it holds; null where it holds for all. */
  validFrom: string | null;
}

export class CalendarResponse {
  id: string;
  code: string;
  nameLv: string;
  nameEn: string;
  timezone: string;
  /** Newest first; none while there is only a draft. */
  versions: CalendarVersionResponse[];
  /** Is somebody preparing its next version? */
  hasDraft: boolean;
}

export class CalendarListResponse {
  items: CalendarResponse[];
}

/** What a version or a draft says. */
export class CalendarContentResponse {
  validFrom: string | null;
  weekly: WholeWeek;
  @ApiProperty({ type: [CalendarExceptionFields] })
  exceptions: CalendarExceptionFields[];
  recurringHolidays: string[];
  shortenedByMinutes: number;
  source: string;
}

export class CalendarDraftResponse extends CalendarContentResponse {
  /** Raised by each saving; what `If-Match` names. */
  version: number;
  savedAt: string;
  savedBy: CalendarPersonResponse;
  /** All who have saved it. None of them may publish it. */
  authors: CalendarPersonResponse[];
  /** Is the reader one of them? */
  mine: boolean;
}

export class CalendarHistoryResponse extends CalendarVersionResponse {
  draftedBy: CalendarPersonResponse[];
  /** Null for what came with the program. */
  publishedBy: CalendarPersonResponse | null;
}

export class CalendarDetailResponse {
  id: string;
  code: string;
  nameLv: string;
  nameEn: string;
  timezone: string;
  /** Today's date in the calendar's zone. */
  today: string;
  /** Newest first. */
  versions: CalendarHistoryResponse[];
  /** What the newest version says; null while there is none. */
  inForce: CalendarContentResponse | null;
  draft: CalendarDraftResponse | null;
}

export class PublishedVersionResponse {
  versionId: string;
  version: number;
}

export class LaidInResponse {
  /** Dates that are holidays now. */
  added: string[];
  /** Dates that have an exception already, which stays as it is. */
  kept: string[];
  /** Dates before the draft takes effect. */
  locked: string[];
}

export class CalendarDayResponse {
  date: string;
  kind: 'working' | 'weekend' | 'holiday' | 'moved_day_off' | 'moved_working_day' | 'shortened' | 'one_off';
  shortened: boolean;
  @ApiProperty(WINDOWS)
  windows: [string, string][];
  minutes: number;
  /** In the reader's language, where it has one. */
  name?: string;
  replaces?: string;
  source?: string;
}

export class CalendarYearResponse {
  year: number;
  /** Null for a draft. */
  version: number | null;
  days: CalendarDayResponse[];
  workingDays: number;
  /** Working time by the wall clock. */
  minutes: number;
}

/** One thing that a draft says otherwise than the version in force. */
export class CalendarDifferenceResponse {
  what: 'week' | 'exception' | 'recurring' | 'shortened';
  /** Of `week`. */
  weekday?: 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
  @ApiPropertyOptional(WINDOWS)
  windowsBefore?: [string, string][];
  @ApiPropertyOptional(WINDOWS)
  windowsAfter?: [string, string][];
  /** Of `exception`. */
  date?: string;
  /** Of `exception`: absent where there was none. */
  before?: CalendarExceptionFields;
  after?: CalendarExceptionFields;
  /** Of `recurring`: `MM-DD`. */
  day?: string;
  added?: boolean;
  /** Of `shortened`. */
  minutesBefore?: number;
  minutesAfter?: number;
}

export class CalendarComparisonResponse {
  differences: CalendarDifferenceResponse[];
  /** Days whose working time differs, over the year from the date on which the draft takes effect. */
  days: number;
  minutesBefore: number;
  minutesAfter: number;
}
