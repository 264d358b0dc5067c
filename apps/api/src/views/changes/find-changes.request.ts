import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { CHANGE_KINDS, CHANGE_STATES, type ChangeKind, type ChangeState } from '#changes';
import { PageRequest } from '#platform';

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
