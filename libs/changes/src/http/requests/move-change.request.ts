import { IsBoolean, IsDateString, IsIn, IsISO8601, IsNotEmpty, IsObject, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Trim } from '#platform';
import { CHANGE_OUTCOMES, type ChangeOutcome } from '../../domain/change-words.js';

const LONG = 20_000;
const SHORT = 2000;

export class ReasonRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(SHORT)
  reason: string;
}

export class RiskAnswersRequest {
  /** Answer by question, see GET /changes/risk-questions. */
  @IsObject()
  answers: Record<string, string>;
}

/** Putting a change into the calendar. */
export class PlaceRequest {
  /** Why a conflict that blocks may stand; for the change manager. */
  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(SHORT)
  overrideReason?: string;
}

export class RescheduleRequest extends PlaceRequest {
  @IsISO8601({ strict: true, strictSeparator: true })
  from: string;

  @IsISO8601({ strict: true, strictSeparator: true })
  to: string;
}

export class StartRequest {
  /** Why it begins outside its window; for the change manager. */
  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(SHORT)
  overrideReason?: string;
}

export class FinishRequest {
  @IsIn(CHANGE_OUTCOMES)
  outcome: ChangeOutcome;

  /** What was done, and what came of it. */
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONG)
  text: string;

  /** When the work began and ended, where that differs from when it was said. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  actualFrom?: string;

  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  actualTo?: string;
}

export class ReviewRequest {
  @IsBoolean()
  objectivesMet: boolean;

  /** What was learnt. */
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONG)
  lessons: string;
}

export class CloseRequest {
  /** The register of configuration items says what the work has made of them. */
  @IsBoolean()
  itemsUpdated: boolean;
}

export class ConsentRequest {
  /** Who consented by word of mouth: name and office. */
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  by: string;

  /** When; now where left out. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  at?: string;
}

export class AskConcurrenceRequest {
  /** The body outside the Centre that is asked. */
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  body: string;

  /** YYYY-MM-DD; today where left out. */
  @IsOptional()
  @IsDateString({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  askedOn?: string;

  /** Number of the letter, or its address. */
  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(500)
  document?: string;
}

export class AnswerConcurrenceRequest {
  @IsBoolean()
  granted: boolean;

  @IsOptional()
  @IsDateString({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  answeredOn?: string;

  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(SHORT)
  note?: string;

  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(500)
  document?: string;
}
