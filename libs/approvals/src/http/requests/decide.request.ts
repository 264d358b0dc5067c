import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { Trim } from '#platform';
import { DECISIONS } from '../../domain/approval-words.js';

export class DecideRequest {
  @IsIn(DECISIONS)
  decision: 'approved' | 'rejected';

  /** Why; a rejection needs it. */
  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(2000)
  reason?: string;
}
