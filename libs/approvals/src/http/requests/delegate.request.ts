import { IsString, IsUUID, Length } from 'class-validator';
import { Trim } from '#platform';

export class DelegateRequest {
  /** Somebody who may decide too. */
  @IsUUID()
  toId: string;

  @Trim()
  @IsString()
  @Length(1, 2000)
  reason: string;
}
