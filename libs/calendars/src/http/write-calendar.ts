import { formatInstant } from '#kernel';
import type { Locale } from '#platform';
import type { CalendarContent } from '../domain/calendar-content.js';
import type { Comparison, Difference } from '../domain/compare.js';
import type { Window } from '../domain/calendar-version.js';
import { inOrder } from '../domain/read-content.js';
import { writeWeekly } from '../domain/read-week.js';
import type { CalendarYear } from '../domain/year.js';
import type { CalendarDetail } from '../reads/calendar-views.js';
import type { KeptDraft } from '../store/calendar-draft-store.js';
import type {
  CalendarComparisonResponse,
  CalendarContentResponse,
  CalendarDayResponse,
  CalendarDetailResponse,
  CalendarDifferenceResponse,
  CalendarDraftResponse,
  CalendarPersonResponse,
  CalendarYearResponse,
} from './responses/calendar.response.js';
import type { WholeWeek } from './requests/week.request.js';
import type { CalendarExceptionFields } from './requests/draft.request.js';

type Names = ReadonlyMap<string, string>;

/** A calendar as the API says it; `readerId` is told whether the draft is his. */
export function writeDetail(detail: CalendarDetail, readerId: string): CalendarDetailResponse {
  const { id, identity, today, versions, inForce, draft, names } = detail;
  return {
    id,
    ...identity,
    today,
    versions: versions.map(({ draftedBy, publishedBy, publishedAt, ...version }) => ({
      ...version,
      publishedAt: formatInstant(publishedAt),
      draftedBy: draftedBy.map((one) => person(one, names)),
      publishedBy: publishedBy === null ? null : person(publishedBy, names),
    })),
    inForce: inForce && writeContent(inForce),
    draft: draft && writeDraft(draft, names, readerId),
  };
}

function writeDraft({ content, authorIds, savedBy, savedAt, version }: KeptDraft, names: Names, readerId: string): CalendarDraftResponse {
  return {
    ...writeContent(content),
    version,
    savedAt: formatInstant(savedAt),
    savedBy: person(savedBy, names),
    authors: authorIds.map((one) => person(one, names)),
    mine: authorIds.includes(readerId),
  };
}

function person(id: string, names: Names): CalendarPersonResponse {
  return { id, name: names.get(id) ?? '' };
}

function writeContent(content: CalendarContent): CalendarContentResponse {
  const { validFrom, weekly, exceptions, recurringHolidays, shortenedByMinutes, source } = content;
  return {
    validFrom,
    weekly: writeWeek(weekly),
    exceptions: exceptions.map((exception) => writeException(exception)!),
    recurringHolidays: [...recurringHolidays],
    shortenedByMinutes,
    source,
  };
}

function writeWeek(weekly: CalendarContent['weekly']): WholeWeek {
  const { mon, tue, wed, thu, fri, sat, sun } = writeWeekly(weekly);
  const day = writeWindows;
  return { mon: day(mon), tue: day(tue), wed: day(wed), thu: day(thu), fri: day(fri), sat: day(sat), sun: day(sun) };
}

function writeWindows(windows: readonly Window[]): [string, string][] {
  return windows.map(([from, to]) => [from, to]);
}

function writeException(exception: CalendarContent['exceptions'][number] | null): CalendarExceptionFields | undefined {
  if (!exception) return undefined;
  const { windows, ...rest } = inOrder(exception);
  return { ...rest, ...(windows ? { windows: writeWindows(windows) } : {}) };
}

/** A year as the API says it, names in the reader's language. */
export function writeYear(year: number, version: number | null, of: CalendarYear, locale: Locale): CalendarYearResponse {
  const days = of.days.map(({ date, kind, shortened, windows, minutes, exception }): CalendarDayResponse => {
    const name = locale === 'lv' ? exception?.nameLv : exception?.nameEn;
    const { replaces, source } = exception ?? {};
    const more = { ...(name ? { name } : {}), ...(replaces ? { replaces } : {}), ...(source ? { source } : {}) };
    return { date, kind, shortened, windows: writeWindows(windows), minutes, ...more };
  });
  return { year, version, days, workingDays: of.workingDays, minutes: of.minutes };
}

export function writeComparison({ differences, ...sums }: Comparison): CalendarComparisonResponse {
  return { differences: differences.map(writeDifference), ...sums };
}

function writeDifference(difference: Difference): CalendarDifferenceResponse {
  const { what } = difference;
  if (what === 'week') {
    const { weekday, before, after } = difference;
    return { what, weekday, windowsBefore: writeWindows(before), windowsAfter: writeWindows(after) };
  }
  if (what === 'recurring') return { what, day: difference.day, added: difference.after };
  if (what === 'shortened') return { what, minutesBefore: difference.before, minutesAfter: difference.after };
  const before = writeException(difference.before);
  const after = writeException(difference.after);
  return { what, date: difference.date, ...(before ? { before } : {}), ...(after ? { after } : {}) };
}
