import { OmitType, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Trim } from '#platform';
import { ANNOUNCEMENT_KINDS, type AnnouncementKind } from '../../domain/announcement.js';

const LONGEST_TITLE = 200;
const LONGEST_TEXT = 2_000;

/** Both languages, or it is not told at all. */
export class AnnouncementRequest {
  @IsIn(ANNOUNCEMENT_KINDS)
  kind: AnnouncementKind;

  /** Id or number of the declared major incident behind it. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  incident?: string | null;

  /** Id or number of the scheduled change whose work is announced: `planned_work`, and its services and window where none are said. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  change?: string | null;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TITLE)
  titleLv: string;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TITLE)
  titleEn: string;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  textLv: string;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  textEn: string;

  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  serviceIds: string[];

  /** The institutions told; where none is named, all that subscribe to one of the services. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  institutionIds?: string[];

  /** Now where left out. */
  @IsOptional()
  @IsISO8601({ strict: true })
  startsAt?: string | null;

  @IsOptional()
  @IsISO8601({ strict: true })
  expectedEndAt?: string | null;
}

/** What is left out stays as it is; a text is changed in both languages at once. */
export class ChangeAnnouncementRequest extends PartialType(OmitType(AnnouncementRequest, ['kind', 'incident', 'change'] as const)) {}

/** News for all concerned, or how it ended; both languages. */
export class AnnouncementNewsRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  textLv: string;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  textEn: string;
}

export class AnnouncementsRequest {
  /** Id or number of an incident. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  incident?: string;

  /** Id or number of a change. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  change?: string;
}

export class DisruptionsRequest {
  /** What is being typed: words in common come first. */
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  q?: string;

  @IsOptional()
  @IsUUID()
  serviceId?: string;
}
