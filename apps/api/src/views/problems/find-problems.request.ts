import { IntersectionType, OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { FormatRequest, PageRequest } from '#platform';
import { PROBLEM_STATES, type ProblemState } from '#problems';

function list({ value }: { value: unknown }): unknown {
  return typeof value === 'string' ? value.split(',').filter(Boolean) : value;
}

export class FindProblemsRequest extends PageRequest {
  /** States, separated by commas; without it those that are not over. `any` for all. */
  @IsOptional()
  @Transform(list)
  @IsArray()
  @ArrayMaxSize(8)
  @IsIn(['any', ...PROBLEM_STATES], { each: true })
  state?: (ProblemState | 'any')[];

  @IsOptional()
  @IsUUID()
  groupId?: string;

  @IsOptional()
  @IsUUID()
  serviceId?: string;

  /** Who owns it. */
  @IsOptional()
  @IsUUID()
  assigneeId?: string;

  /** Those that the actor opened or owns. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  mine?: boolean;

  /** Three characters or more of the title, or a number. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class ExportProblemsRequest extends IntersectionType(OmitType(FindProblemsRequest, ['cursor', 'limit'] as const), FormatRequest) {}
