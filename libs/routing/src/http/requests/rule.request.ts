import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Trim } from '#platform';
import { type Level, TICKET_SOURCES, type TicketSource } from '#tickets';
import { HOURS, type Hours, type RuleTerms, WORD_PLACES, type WordPlace } from '../../domain/rule.js';
import { MOST_RULES } from '../../domain/sound-terms.js';
import { TRIAL_DAYS } from '../../domain/trial.js';

const LEVELS = [1, 2, 3];
const MOST_IDS = 100;
const MOST_WORDS = 50;
const MOST_WATCHERS = 10;
const SOURCES = TICKET_SOURCES.filter((source) => source !== 'import');

const Ids = (most: number): PropertyDecorator =>
  all(IsOptional(), IsArray(), ArrayMaxSize(most), ArrayUnique(), IsUUID('loose', { each: true }));
const Words = (): PropertyDecorator =>
  all(
    IsOptional(),
    IsArray(),
    ArrayMaxSize(MOST_WORDS),
    IsString({ each: true }),
    IsNotEmpty({ each: true }),
    MaxLength(60, { each: true }),
  );

function all(...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => decorators.forEach((decorate) => decorate(target, property));
}

/** A rule as a whole: what is left out asks nothing and wants nothing. */
export class RuleRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  title: string;

  @IsBoolean()
  active: boolean;

  @Ids(MOST_IDS)
  serviceIds?: string[];

  /** A ticket without a service, too. */
  @IsOptional()
  @IsBoolean()
  withoutService?: boolean;

  @Ids(MOST_IDS)
  institutionIds?: string[];

  @ApiProperty({ enum: SOURCES, isArray: true, required: false })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(SOURCES, { each: true })
  sources?: TicketSource[];

  /** One of these words at least, in any of its forms; several words in one entry must follow each other. */
  @Words()
  wordsAny?: string[];

  @Words()
  wordsAll?: string[];

  @Words()
  wordsNone?: string[];

  /** Where words are looked for; `anywhere` where left out. */
  @IsOptional()
  @IsIn(WORD_PLACES)
  wordsIn?: WordPlace;

  /** Said in working time (LV 8x5), or outside of it. */
  @IsOptional()
  @IsIn(HOURS)
  hours?: Hours | null;

  @IsOptional()
  @IsUUID('loose')
  groupId?: string | null;

  /** Proposed, together with the urgency; what a person says himself stands. */
  @IsOptional()
  @IsIn(LEVELS)
  impact?: Level | null;

  @IsOptional()
  @IsIn(LEVELS)
  urgency?: Level | null;

  /** What it is about: a category of `GET /reference-words` that is in use. */
  @IsOptional()
  @Matches(/^[a-z][a-z0-9_]{1,39}$/)
  category?: string | null;

  /** An answer kept ready for everybody, which the system sends once. */
  @IsOptional()
  @IsUUID('loose')
  answerId?: string | null;

  /** Staff who are to watch the ticket. */
  @Ids(MOST_WATCHERS)
  watcherIds?: string[];
}

export class MoveRuleRequest {
  /** Counted from 1. */
  @IsInt()
  @Min(1)
  @Max(MOST_RULES)
  position: number;
}

/** What is tried on past tickets: the rules as they are, and perhaps one that is not kept yet. */
export class RuleTrialRequest {
  @IsInt()
  @Min(1)
  @Max(TRIAL_DAYS)
  days: number;

  /** Rules that are switched off are tried as if they were on. */
  @IsOptional()
  @IsBoolean()
  withInactive?: boolean;

  @IsOptional()
  @ValidateNested()
  @Type(() => RuleRequest)
  draft?: RuleRequest;

  /** The rule that the draft would replace; where left out it stands behind all others. */
  @IsOptional()
  @IsUUID('loose')
  draftOf?: string;
}

/** The terms that a request stands for. */
export function termsFrom(request: RuleRequest): RuleTerms {
  const { title, active, serviceIds = [], withoutService = false, institutionIds = [], sources = [] } = request;
  const { wordsAny = [], wordsAll = [], wordsNone = [], wordsIn = 'anywhere', hours = null } = request;
  const { groupId = null, impact = null, urgency = null, category = null, answerId = null, watcherIds = [] } = request;
  return {
    ...{ title, active, serviceIds, withoutService, institutionIds, sources, wordsIn, hours },
    ...{ wordsAny: trimmed(wordsAny), wordsAll: trimmed(wordsAll), wordsNone: trimmed(wordsNone) },
    ...{ groupId, impact, urgency, category, answerId, watcherIds },
  };
}

const trimmed = (words: readonly string[]): string[] => [...new Set(words.map((word) => word.trim().replace(/\s+/g, ' ')))];
