import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { DRAFT_KINDS, type DraftKind } from '../../domain/draft.js';

export class DraftRequest {
  @IsIn(DRAFT_KINDS)
  kind: DraftKind;

  /** As it was typed. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  body: string;

  /** The last comment that stood there when the typing began. */
  @IsOptional()
  @IsUUID()
  afterCommentId?: string | null;

  /** The revision that was seen last; left out where none was there. */
  @IsOptional()
  @IsUUID()
  revision?: string | null;
}

export class DiscardDraftRequest {
  @IsIn(DRAFT_KINDS)
  kind: DraftKind;

  /** The revision that was seen last. */
  @IsUUID()
  revision: string;
}

export class PresenceRequest {
  @IsIn(DRAFT_KINDS)
  kind: DraftKind;
}

export class ColleaguesRequest {
  /** Words of the name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}
