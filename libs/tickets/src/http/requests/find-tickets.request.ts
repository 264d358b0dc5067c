import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { EXPORT_FORMATS, type ExportFormat, PageRequest } from '#platform';
import { NOBODY, QUEUED_TYPES, TICKET_SORTS, TICKET_VIEWS, type TicketSort, type TicketViewName } from '../../domain/ticket-query.js';
import { DUE_WORDS, isDay, SINCE_WORDS } from '../../domain/ticket-query-days.js';
import { TICKET_SOURCES } from '../../domain/ticket.js';

const STATES = ['any', 'new', 'assigned', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled'];

/** A day of Latvia as `YYYY-MM-DD`, or one of a few words. */
const IsDayOr = (words: readonly string[]): PropertyDecorator =>
  ValidateBy({
    name: 'isDayOrWord',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && (words.includes(value) || isDay(value)),
      defaultMessage: () => `a day as YYYY-MM-DD${words.length > 0 ? ` or one of ${words.join(', ')}` : ''}`,
    },
  });

function list({ value }: { value: unknown }): unknown {
  return typeof value === 'string' ? value.split(',').filter(Boolean) : value;
}

function numbers({ value }: { value: unknown }): unknown {
  const given = list({ value });
  return Array.isArray(given) ? given.map(Number) : given;
}

export class FindTicketsRequest extends PageRequest {
  @ApiPropertyOptional({ enum: TICKET_VIEWS, default: 'all' })
  @IsOptional()
  @IsIn(TICKET_VIEWS)
  view: TicketViewName = 'all';

  /** States, separated by commas; `any` for all. The desk's views hold open tickets unless this says otherwise. */
  @IsOptional()
  @Transform(list)
  @IsArray()
  @ArrayMaxSize(8)
  @IsIn(STATES, { each: true })
  state?: string[];

  /** Priorities, separated by commas. */
  @IsOptional()
  @Transform(numbers)
  @IsArray()
  @ArrayMaxSize(5)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(5, { each: true })
  priority?: number[];

  @IsOptional()
  @IsUUID()
  groupId?: string;

  /** A person, or `nobody`. */
  @IsOptional()
  @ValidateIf((_request, value) => value !== NOBODY)
  @IsUUID()
  assigneeId?: string;

  @IsOptional()
  @IsUUID()
  institutionId?: string;

  @IsOptional()
  @IsUUID()
  serviceId?: string;

  @IsOptional()
  @IsUUID()
  requesterId?: string;

  /** A category of incidents: a code of `GET /reference-words`. */
  @IsOptional()
  @Matches(/^[a-z][a-z0-9_]{1,39}$/)
  category?: string;

  @ApiPropertyOptional({ enum: QUEUED_TYPES })
  @IsOptional()
  @IsIn(QUEUED_TYPES)
  type?: (typeof QUEUED_TYPES)[number];

  /** Where they came from, separated by commas. */
  @IsOptional()
  @Transform(list)
  @IsArray()
  @ArrayMaxSize(TICKET_SOURCES.length)
  @IsIn(TICKET_SOURCES, { each: true })
  source?: string[];

  /** Due before the end of a day, or `now`, `today`, `tomorrow`, `week` (this one): what the words mean moves with the days. */
  @IsOptional()
  @IsDayOr(DUE_WORDS)
  dueBefore?: string;

  /** Submitted on this day or later; `today`, `week` and `month`: in the last 1, 7 and 30 days. */
  @IsOptional()
  @IsDayOr(SINCE_WORDS)
  submittedFrom?: string;

  /** Submitted on this day or earlier. */
  @IsOptional()
  @IsDayOr([])
  submittedTo?: string;

  /** Three characters or more of the title, or a number, whole or its last digits. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsIn(TICKET_SORTS)
  sort?: TicketSort;
}

export class ExportTicketsRequest extends OmitType(FindTicketsRequest, ['cursor', 'limit'] as const) {
  @ApiProperty({ enum: EXPORT_FORMATS })
  @IsIn(EXPORT_FORMATS)
  format: ExportFormat;
}
