import { ApiProperty } from '@nestjs/swagger';
import { RefResponse } from '#identity';
import { IndicatorYearResponse, ScorecardSummaryResponse } from './scorecard.response.js';

export class IndicatorTargetResponse {
  year: number;
  value: number;
  source: string;
  setBy: RefResponse | null;
  setAt: string;
  /** A later one of the same year stands for it. */
  replaced: boolean;
}

export class MeasurementFileResponse {
  name: string;
  sha256: string;
}

/** A value that the desk did not measure. */
export class IndicatorMeasurementResponse {
  id: string;
  year: number;
  @ApiProperty({ enum: ['imported', 'entered'] })
  origin: 'imported' | 'entered';
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  achievedOn: string | null;
  source: string;
  file: MeasurementFileResponse | null;
  recordedBy: RefResponse | null;
  recordedAt: string;
  /** A later one of the same year stands for it. */
  replaced: boolean;
}

export class IndicatorMeasurementsResponse {
  items: IndicatorMeasurementResponse[];
}

export class IndicatorAbilitiesResponse {
  record: boolean;
  setTarget: boolean;
}

export class IndicatorDetailResponse {
  id: string;
  scorecard: ScorecardSummaryResponse;
  /** Top goal and goal. */
  goals: string[];
  code: string;
  name: string;
  note: string;
  kind: 'numeric' | 'milestone';
  unit: 'percent' | 'count' | null;
  better: 'higher' | 'lower' | null;
  sourceCode: string | null;
  baseline: number | null;
  dueYear: number | null;
  tasks: string[];
  /** All years of the scorecard, as far as the reader sees them. */
  years: IndicatorYearResponse[];
  /** The latest first. */
  targets: IndicatorTargetResponse[];
  measurements: IndicatorMeasurementResponse[];
  abilities: IndicatorAbilitiesResponse;
}
