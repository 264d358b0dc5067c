import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { DAY, PageRequest } from '#platform';
import { COVERAGE_OUTCOMES, type CoverageOutcome } from '../../reads/fleet-sql.js';

export class FindEquipmentRequest extends PageRequest {
  /** As things stood at the end of this day in Riga; left out: now. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  on?: string;

  /** Code of a class. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  class?: string;

  /** Office equipment alone. */
  @ApiPropertyOptional({ enum: ['true'] })
  @IsOptional()
  @IsIn(['true'])
  office?: 'true';
}

export class FindCoverageRequest extends PageRequest {
  /** As things stood at the end of this day in Riga; left out: now. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  on?: string;

  @ApiPropertyOptional({ enum: COVERAGE_OUTCOMES })
  @IsOptional()
  @IsIn(COVERAGE_OUTCOMES)
  outcome?: CoverageOutcome;
}

export class AgentStatusRequest {
  /** Left out, the file is checked and nothing changes. */
  @ApiPropertyOptional({ enum: ['true'] })
  @IsOptional()
  @IsIn(['true'])
  apply?: 'true';
}
