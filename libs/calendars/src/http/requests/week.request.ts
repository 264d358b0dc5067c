import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const WINDOW = { type: 'array', items: { type: 'string', pattern: '^\\d{2}:\\d{2}$' }, minItems: 2, maxItems: 2 } as const;
/** How the description writes the windows of a day. */
export const WINDOWS = {
  type: 'array',
  items: WINDOW,
  maxItems: 24,
  description: 'From and to on the wall clock; `24:00` ends a day.',
} as const;

/** Windows by day of the week; a day that is left out has none. */
export class WeekFields {
  @ApiPropertyOptional(WINDOWS)
  mon?: [string, string][];
  @ApiPropertyOptional(WINDOWS)
  tue?: [string, string][];
  @ApiPropertyOptional(WINDOWS)
  wed?: [string, string][];
  @ApiPropertyOptional(WINDOWS)
  thu?: [string, string][];
  @ApiPropertyOptional(WINDOWS)
  fri?: [string, string][];
  @ApiPropertyOptional(WINDOWS)
  sat?: [string, string][];
  @ApiPropertyOptional(WINDOWS)
  sun?: [string, string][];
}

/** A week with each of its days named. */
export class WholeWeek {
  @ApiProperty(WINDOWS)
  mon: [string, string][];
  @ApiProperty(WINDOWS)
  tue: [string, string][];
  @ApiProperty(WINDOWS)
  wed: [string, string][];
  @ApiProperty(WINDOWS)
  thu: [string, string][];
  @ApiProperty(WINDOWS)
  fri: [string, string][];
  @ApiProperty(WINDOWS)
  sat: [string, string][];
  @ApiProperty(WINDOWS)
  sun: [string, string][];
}
