import { ApiProperty } from '@nestjs/swagger';
import { RefResponse } from '#identity';
import { ORIGINS, type Origin } from '../../domain/scorecard.js';

const STATUSES = ['reached', 'safely_reached', 'not_reached_within_error', 'not_reached'] as const;
const DISPLAYS = ['full', 'small', 'counts', 'hidden', 'none'] as const;

/** What an indicator was in a year, as much of it as small numbers allow; shares in percent with one decimal. */
export class IndicatorFigureResponse {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  n: number | null;
  /** What the interval stands on, where it is not n. */
  effectiveN: number | null;
  low: number | null;
  high: number | null;
  @ApiProperty({ enum: DISPLAYS })
  display: (typeof DISPLAYS)[number];
  @ApiProperty({ enum: ORIGINS })
  origin: Origin;
  /** The document that the value comes from, where the desk did not measure it. */
  source: string | null;
  /** Address in the web app at which the rows behind the figure open. */
  rowsPath: string | null;
  definitionVersion: number | null;
  /** Of a milestone, a day in Riga. */
  achievedOn: string | null;
  dataAt: string;
}

export class IndicatorYearResponse {
  year: number;
  target: number | null;
  figure: IndicatorFigureResponse | null;
  @ApiProperty({ enum: STATUSES, nullable: true })
  status: (typeof STATUSES)[number] | null;
  frozen: boolean;
}

export class ScorecardIndicatorResponse {
  id: string;
  code: string;
  name: string;
  note: string;
  kind: 'numeric' | 'milestone';
  unit: 'percent' | 'count' | null;
  better: 'higher' | 'lower' | null;
  /** Of DOMAIN 5, where the desk measures it. */
  sourceCode: string | null;
  baseline: number | null;
  /** Of a milestone: to be reached by the end of this year. */
  dueYear: number | null;
  tasks: string[];
  /** In the order of the columns. */
  years: IndicatorYearResponse[];
}

export class ScorecardGoalResponse {
  id: string;
  name: string;
  indicators: ScorecardIndicatorResponse[];
}

export class ScorecardTopGoalResponse {
  id: string;
  name: string;
  goals: ScorecardGoalResponse[];
}

export class ScorecardSnapshotResponse {
  id: string;
  year: number;
  number: number;
  /** The number of the snapshot that it stands for. */
  replaces: number | null;
  reason: string | null;
  inputHash: string;
  frozenBy: RefResponse | null;
  frozenAt: string;
}

export class ScorecardSnapshotsResponse {
  items: ScorecardSnapshotResponse[];
}

export class ScorecardCountsResponse {
  safelyReached: number;
  reached: number;
  notReachedWithinError: number;
  notReached: number;
  /** Nothing to compare, or still time. */
  open: number;
}

export class ScorecardAbilitiesResponse {
  create: boolean;
  record: boolean;
  setTarget: boolean;
  /** The year is over and is not frozen. */
  freeze: boolean;
  restate: boolean;
}

export class ScorecardResponse {
  id: string;
  name: string;
  source: string;
  firstYear: number;
  lastYear: number;
  /** The year that the page is of; the last one of the columns. */
  year: number;
  columns: number[];
  /** Null while the year is alive. */
  snapshot: ScorecardSnapshotResponse | null;
  /** Values recorded after the year was frozen, which a restatement would take up. */
  recordedSince: number;
  /** False where the reader sees frozen years alone. */
  live: boolean;
  counts: ScorecardCountsResponse;
  conclusion: string[];
  goals: ScorecardTopGoalResponse[];
  abilities: ScorecardAbilitiesResponse;
}

export class ScorecardSummaryResponse {
  id: string;
  name: string;
  source: string;
  firstYear: number;
  lastYear: number;
}

export class TemplateBaselineResponse {
  code: string;
  name: string;
  value: number;
}

export class ScorecardTemplateResponse {
  code: string;
  name: string;
  source: string;
  years: number;
  baselines: TemplateBaselineResponse[];
}

export class ScorecardsResponse {
  items: ScorecardSummaryResponse[];
  templates: ScorecardTemplateResponse[];
  create: boolean;
}
