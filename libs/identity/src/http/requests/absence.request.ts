import { DAY } from '#platform';
import { IsOptional, IsUUID, Matches } from 'class-validator';

export class NewAbsenceRequest {
  /** `YYYY-MM-DD`, included. */
  @Matches(DAY)
  firstDay: string;

  /** `YYYY-MM-DD`, included. */
  @Matches(DAY)
  lastDay: string;

  /** Who stands in. */
  @IsOptional()
  @IsUUID()
  delegateId?: string | null;
}
