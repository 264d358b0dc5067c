import { IntersectionType, OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsISO8601, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { CHANGE_KINDS, CHANGE_STATES, type ChangeKind, type ChangeState, RISK_LEVELS, type RiskLevel } from '#changes';
import { FormatRequest, PageRequest } from '#platform';

function list({ value }: { value: unknown }): unknown {
  return typeof value === 'string' ? value.split(',').filter(Boolean) : value;
}

export class FindChangesRequest extends PageRequest {
  /** States, separated by commas; without it those that are not finished. `any` for all. */
  @IsOptional()
  @Transform(list)
  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(['any', ...CHANGE_STATES], { each: true })
  state?: (ChangeState | 'any')[];

  @IsOptional()
  @IsIn(CHANGE_KINDS)
  kind?: ChangeKind;

  @IsOptional()
  @IsUUID()
  groupId?: string;

  /** Changes that touch the service, as their main one or beside it. */
  @IsOptional()
  @IsUUID()
  serviceId?: string;

  /** By the score of the questionnaire: low 1–2, medium 3–4, high 6–9. */
  @IsOptional()
  @IsIn(RISK_LEVELS)
  risk?: RiskLevel;

  /** Changes whose window touches `[from, to)`; either may be left out. */
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;

  /** Who carries it out. */
  @IsOptional()
  @IsUUID()
  assigneeId?: string;

  /** Those that the actor asked for, wrote or carries out. */
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

export class ExportChangesRequest extends IntersectionType(OmitType(FindChangesRequest, ['cursor', 'limit'] as const), FormatRequest) {}
