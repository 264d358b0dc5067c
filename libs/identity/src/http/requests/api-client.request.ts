import { Trim } from '#platform';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { CLIENT_SCOPES, type ClientScope, PER_MINUTE_MAX, TOKEN_DAYS_MAX } from '../../domain/api-client.js';

export class NewApiClientRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  /** The institution whose records it reaches. */
  @IsUUID()
  institutionId: string;

  /** What it may do; each narrowed to the institution. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(CLIENT_SCOPES, { each: true })
  scopes: ClientScope[];

  /** It reads and changes nothing. */
  @IsBoolean()
  readOnly: boolean;

  /** Requests that are answered in a minute. */
  @IsInt()
  @Min(1)
  @Max(PER_MINUTE_MAX)
  perMinute: number;
}

export class IssueTokenRequest {
  /** How long it is to work. */
  @IsInt()
  @Min(1)
  @Max(TOKEN_DAYS_MAX)
  days: number;
}
