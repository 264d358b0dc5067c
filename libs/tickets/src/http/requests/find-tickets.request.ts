import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { PageRequest } from '#platform';
import { TICKET_SORTS, TICKET_VIEWS, type TicketSort, type TicketViewName } from '../../domain/ticket-query.js';

const STATES = ['any', 'new', 'assigned', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled'];

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

  @IsOptional()
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

  /** Three characters or more of the title, or a number, whole or its last digits. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsIn(TICKET_SORTS)
  sort?: TicketSort;
}
