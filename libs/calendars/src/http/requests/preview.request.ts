import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { WeekFields, WINDOWS } from './week.request.js';

const PAUSE = { type: 'array', items: { type: 'string', format: 'date-time' }, minItems: 2, maxItems: 2 } as const;

/** A date that has windows of its own in place of the week's; none where nobody works. */
export class PreviewException {
  /** `YYYY-MM-DD`, in the calendar's time zone; each date once. */
  @ApiProperty({ format: 'date' })
  date: string;
  @ApiProperty(WINDOWS)
  windows: [string, string][];
  name?: string;
}

/** A calendar to try; it need not exist. An exception outranks a recurring holiday, and that the week. */
export class PreviewCalendar {
  /** IANA name, such as `Europe/Riga`. */
  timezone: string;
  /** Windows by day of the week; a day that is left out has none. */
  weekly: WeekFields;
  /** At most 2,000. */
  exceptions?: PreviewException[];
  /** `MM-DD`: free of work in every year. */
  recurringHolidays?: string[];
}

/** What is asked of a calendar. The domain reads it field by field, so that each fault names its place by a JSON pointer. */
export class CalendarQuestion {
  /** `add`: when are `seconds` of working time used up; `elapsed`: how much lies between `start` and `end`; `next`: when does counting begin. */
  @Allow()
  operation: 'add' | 'elapsed' | 'next';
  /** ISO 8601 with an offset. */
  @Allow()
  @ApiProperty({ format: 'date-time' })
  start: string;
  /** For `add`: seconds of working time, 0 or more, at most twenty years of them. */
  @Allow()
  @ApiPropertyOptional({ minimum: 0 })
  seconds?: number;
  /** For `elapsed`: ISO 8601 with an offset, not before `start`. */
  @Allow()
  @ApiPropertyOptional({ format: 'date-time' })
  end?: string;
  /** Stretches that do not count, from and to; they may overlap and reach beyond the span. At most 1,000. */
  @Allow()
  @ApiPropertyOptional({ type: 'array', items: PAUSE })
  pauses?: [string, string][];
}

export class PreviewRequest extends CalendarQuestion {
  @Allow()
  calendar: PreviewCalendar;
}
