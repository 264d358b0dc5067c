import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { Trim } from '#platform';
import type { Level } from '#tickets';
import { PROBLEM_ORIGINS, type ProblemOrigin } from '../../domain/problem-words.js';

const LONG = 20_000;
const SHORT = 2000;
const LEVELS: readonly Level[] = [1, 2, 3];

/** What is known of a problem; an absent field stays as it is, null empties it. */
export class KnowledgeRequest {
  /** Why it happens. Markdown. */
  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONG)
  rootCause?: string | null;

  /** What staff does until it is resolved. Markdown. */
  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONG)
  workaround?: string | null;

  /** What people who have it are offered while they type an incident: a title, and what they can do. Both or neither. */
  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  publicTitle?: string | null;

  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(SHORT)
  publicText?: string | null;
}

export class EditProblemRequest extends KnowledgeRequest {
  @ValidateIf((request: EditProblemRequest) => request.title !== undefined)
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title?: string;

  @ValidateIf((request: EditProblemRequest) => request.description !== undefined)
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONG)
  description?: string;

  @IsOptional()
  @IsUUID()
  serviceId?: string | null;

  @ValidateIf((request: EditProblemRequest) => request.impact !== undefined)
  @IsIn(LEVELS)
  impact?: Level;

  @ValidateIf((request: EditProblemRequest) => request.urgency !== undefined)
  @IsIn(LEVELS)
  urgency?: Level;
}

export class OpenProblemRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  /** What is seen. Markdown. */
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONG)
  description: string;

  /** What it is opened from. */
  @IsIn(PROBLEM_ORIGINS)
  origin: ProblemOrigin;

  /** The trend that was seen, or the reason; needed unless incidents are named. */
  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(SHORT)
  originText?: string;

  /** Ids or numbers of the incidents that come from it. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  incidents?: string[];

  @IsOptional()
  @IsUUID()
  serviceId?: string;

  /** The group that looks for the cause; that of the service where left out. */
  @IsOptional()
  @IsUUID()
  groupId?: string;

  /** 1 to 3; 3 where left out. */
  @IsOptional()
  @IsIn(LEVELS)
  impact?: Level;

  @IsOptional()
  @IsIn(LEVELS)
  urgency?: Level;

  /** Devices that it is about. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  itemIds?: string[];
}

export class InvestigateRequest {
  /** Who owns the search; a member of its group. */
  @IsUUID()
  ownerId: string;
}

export class AssignProblemRequest {
  @IsUUID()
  groupId: string;

  /** A member of the group; may be left out while nobody has begun to look for the cause. */
  @IsOptional()
  @IsUUID()
  assigneeId?: string;
}

export class ProblemReasonRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(SHORT)
  reason: string;
}

export class ResolveProblemRequest {
  /** What was done, and what came of it. */
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONG)
  resolution: string;
}

export class LinkIncidentRequest {
  /** Id or number of the incident. */
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  incident: string;
}

export class LinkChangeRequest {
  /** Id or number of a change that is still to be carried out. */
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  change: string;
}
