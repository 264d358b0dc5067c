import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Allow, IsInt, Max, Min } from 'class-validator';
import { WeekFields, WINDOWS } from './week.request.js';

/** A date on which the week does not hold. */
export class CalendarExceptionFields {
  /** `YYYY-MM-DD`; each date once. */
  date: string;
  kind: 'holiday' | 'moved_day_off' | 'moved_working_day' | 'shortened' | 'one_off';
  /** Of a moved working day: the date whose windows it takes over. */
  replaces?: string;
  /** Of a one-off day: its own windows; none where nobody works. */
  @ApiPropertyOptional(WINDOWS)
  windows?: [string, string][];
  nameLv?: string;
  nameEn?: string;
  /** The act that ordered it. */
  source?: string;
}

/** What the next version of a calendar is to say. The domain reads it field by field. */
export class DraftRequest {
  /** The first date for which it is to hold, today at the earliest; not given for a calendar's first version, which holds always. */
  @Allow()
  @ApiPropertyOptional({ type: String, nullable: true })
  validFrom?: string | null;
  @Allow()
  weekly: WeekFields;
  /** Those before `validFrom` must be the ones in force. */
  @Allow()
  @ApiProperty({ type: [CalendarExceptionFields] })
  exceptions: CalendarExceptionFields[];
  /** `MM-DD` */
  @Allow()
  recurringHolidays?: string[];
  /** What the working day before a public holiday loses at its end; 0 where it loses nothing. */
  @Allow()
  shortenedByMinutes: number;
  /** The act that it rests on; asked for before publication. */
  @Allow()
  source?: string;
}

export class PublicHolidaysRequest {
  @IsInt()
  @Min(2016)
  @Max(2100)
  year: number;
}
