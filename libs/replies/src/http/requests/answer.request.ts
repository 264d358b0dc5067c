import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { FormatRequest, PageRequest, Trim } from '#platform';
import { IntersectionType, OmitType } from '@nestjs/swagger';
import { ANSWER_SCOPES, type AnswerScope } from '../../domain/answer.js';

const CODE = /^[a-z][a-z0-9_]{0,39}$/;
const LONG = 10_000;

/** An answer kept ready, as a whole: what is left out is empty. */
export class AnswerRequest {
  @IsIn(ANSWER_SCOPES)
  scope: AnswerScope;

  /** The group that it is shared with; with scope `group` alone. */
  @IsOptional()
  @IsUUID()
  groupId?: string | null;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  name: string;

  /** Markdown. Places in two braces are filled with what the ticket says. */
  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(LONG)
  textLv?: string | null;

  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(LONG)
  textEn?: string | null;

  /** Offered where a ticket is resolved with this code. */
  @IsOptional()
  @Matches(CODE)
  resolutionCode?: string | null;
}

export class AnswersRequest extends PageRequest {
  /** Words of the name or of a text. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @IsOptional()
  @IsIn(ANSWER_SCOPES)
  scope?: AnswerScope;
}

export class ExportAnswersRequest extends IntersectionType(OmitType(AnswersRequest, ['cursor', 'limit'] as const), FormatRequest) {}

export class TicketAnswersRequest {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @IsOptional()
  @Matches(CODE)
  resolutionCode?: string;
}
