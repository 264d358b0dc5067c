import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];

export type Calendar = Schemas['CalendarResponse'];
export type CalendarDetail = Schemas['CalendarDetailResponse'];
export type CalendarVersion = CalendarDetail['versions'][number];
export type Content = Schemas['CalendarContentResponse'];
export type Draft = Schemas['CalendarDraftResponse'];
export type Exception = Schemas['CalendarExceptionFields'];
export type ExceptionKind = Exception['kind'];
export type Year = Schemas['CalendarYearResponse'];
export type Day = Schemas['CalendarDayResponse'];
export type DayKind = Day['kind'];
export type Difference = Schemas['CalendarDifferenceResponse'];
export type Comparison = Schemas['CalendarComparisonResponse'];
export type Impact = Schemas['CalendarImpactResponse'];
export type Run = Schemas['SlaRunResponse'];
export type Answer = Schemas['PreviewResponse'];
export type Window = string[];

/** The days of a week as the API names them, Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type WeekdayName = (typeof WEEKDAYS)[number];
export type Week = Record<WeekdayName, Window[]>;

/** Which rules are looked at: what is in force, or what is being prepared. */
export type View = 'in-force' | 'draft';
