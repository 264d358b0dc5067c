import { ApiPropertyOptional, IntersectionType, OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { FormatRequest, PageRequest, Trim } from '#platform';
import { MAIL_FATES, type MailFate } from '../../domain/mail-fate.js';

/** Which mails are asked for. */
export class FindMailRequest extends PageRequest {
  /** Separated by commas. */
  @ApiPropertyOptional({ enum: MAIL_FATES, isArray: true })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value))
  @IsArray()
  @ArrayMaxSize(MAIL_FATES.length)
  @IsIn(MAIL_FATES, { each: true })
  fate?: MailFate[];

  /** A sender's whole address. */
  @IsOptional()
  @IsString()
  @MaxLength(400)
  sender?: string;
}

export class ExportMailRequest extends IntersectionType(OmitType(FindMailRequest, ['cursor', 'limit'] as const), FormatRequest) {}

/** A ticket made of a mail. */
export class TicketOfMailRequest {
  /** Whose trouble it is. */
  @IsUUID('loose')
  requesterId: string;

  /** The subject where absent. */
  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title?: string;

  @IsOptional()
  @IsUUID('loose')
  serviceId?: string;
}

/** A mail filed with a ticket. */
export class AddMailRequest {
  /** Id or number. */
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  ticket: string;
}

export class DiscardMailRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}

/** Whose people write from a domain. */
export class KnownDomainRequest {
  @IsUUID('loose')
  institutionId: string;
}
