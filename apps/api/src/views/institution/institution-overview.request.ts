import { IsOptional, Matches } from 'class-validator';

export class InstitutionOverviewRequest {
  /** `2026-11`; the current month where absent. */
  @IsOptional()
  @Matches(/^20\d{2}-(0[1-9]|1[0-2])$/)
  month?: string;
}
