import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

export class KnownErrorsRequest {
  /** What has been typed so far. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  q?: string;

  @IsOptional()
  @IsUUID()
  serviceId?: string;
}
