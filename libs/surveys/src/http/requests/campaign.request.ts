import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
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
import { DAY, Trim } from '#platform';
import { CAMPAIGN_MODES, type CampaignMode } from '../../domain/campaign.js';

/** What the survey owner decides about a draft; what is left out stays as it is. */
export class ChangeCampaignRequest {
  @IsOptional()
  @IsUUID()
  surveyVersionId?: string;

  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  titleLv?: string;

  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  titleEn?: string;

  /** The year whose satisfaction it measures. */
  @IsOptional()
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;

  @IsOptional()
  @IsIn(CAMPAIGN_MODES)
  mode?: CampaignMode;

  /** People drawn from each institution; null where no sample is drawn. */
  @IsOptional()
  @IsInt()
  @Min(5)
  @Max(100_000)
  sampleSize?: number | null;

  /** `YYYY-MM-DD`, today or later. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  opensOn?: string;

  /** The last day, `YYYY-MM-DD`. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  closesOn?: string;

  /** Working days after the opening on which those who have not answered are reminded. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(60, { each: true })
  reminderDays?: number[];
}

/** A new campaign: all of it, or the day on which a copy of an earlier one opens. */
export class NewCampaignRequest extends ChangeCampaignRequest {
  /** An earlier campaign; then only `opensOn` is given besides. */
  @IsOptional()
  @IsUUID()
  copyOf?: string;
}

export class ExclusionRequest {
  @IsUUID()
  institutionId: string;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

export class ExclusionsRequest {
  /** All of them; they take the place of the earlier ones. */
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => ExclusionRequest)
  items: ExclusionRequest[];
}

export class CloseCampaignRequest {
  /** Needed before the last day is over. */
  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason?: string;
}
