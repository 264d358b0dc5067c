import { IsBoolean, IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import type { Level } from '#tickets';
import { CANCELLATION_REASONS, type CancellationReason, PRIORITY_REASONS, type PriorityReason } from '../../domain/incident-words.js';
import { REFERENCE_CODE } from '../../domain/reference-word.js';
import { Trimmed } from './trimmed.js';

export class AssignRequest {
  @IsUUID()
  groupId: string;

  /** A member of the group. */
  @IsOptional()
  @IsUUID()
  assigneeId?: string;

  /** Needed when it goes from one group to another. */
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(1000)
  reason?: string;
}

export class HoldRequest {
  /** A code of `GET /reference-words` that is in use. */
  @Matches(REFERENCE_CODE)
  reason: string;

  /** For `awaiting_requester`: becomes a public comment. */
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(4000)
  question?: string;

  /** When it goes on by itself; needed for `agreed_date`. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  until?: string;

  /** The requester agreed to the date: with `agreed_date` taken as said, unless it is false. */
  @IsOptional()
  @IsBoolean()
  requesterAgreed?: boolean;
}

export class ResolveRequest {
  /** A code of `GET /reference-words` that is in use. */
  @Matches(REFERENCE_CODE)
  code: string;

  /** What was done, for the requester. Markdown. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  text: string;

  /** Needed where the resolution clock is breached. */
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(2000)
  breachReason?: string;

  /** What it was about: a category of `GET /reference-words` that is in use; left out: as it is. */
  @IsOptional()
  @Matches(REFERENCE_CODE)
  category?: string;

  /** Accepts it in the same step. */
  @IsOptional()
  @IsBoolean()
  accept?: boolean;
}

export class ResolveChildrenRequest {
  /** A code of `GET /reference-words` that is in use. */
  @Matches(REFERENCE_CODE)
  code: string;

  /** What was done, for the requester of each child. Markdown. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  text: string;

  /** Needed where the resolution clock of a child is breached; one without it is refused alone. */
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(2000)
  breachReason?: string;
}

export class ReopenRequest {
  /** What is still wrong. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  reason: string;
}

export class CancelRequest {
  @IsIn(CANCELLATION_REASONS)
  reason: CancellationReason;

  /** Id or number of the earlier ticket; needed for `duplicate`. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  duplicateOfId?: string;

  /** Why the earlier ticket is the duplicate: for the group's lead alone. */
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(2000)
  reversal?: string;
}

export class CategoriseRequest {
  /** A category of `GET /reference-words` that is in use; null: none. */
  @ValidateIf((_request, value) => value !== null)
  @Matches(REFERENCE_CODE)
  category: string | null;
}

export class UnmergeRequest {
  /** Why it is not the same after all. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class ChangePriorityRequest {
  @IsIn([1, 2, 3])
  impact: Level;

  @IsIn([1, 2, 3])
  urgency: Level;

  @IsIn(PRIORITY_REASONS)
  reason: PriorityReason;

  /** Kept as an internal note. */
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(2000)
  note?: string;

  @IsOptional()
  @IsBoolean()
  requesterAsked?: boolean;
}
