import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

export class SimilarTicketsRequest {
  /** The title as far as it is written. */
  @IsString()
  @MaxLength(300)
  title: string;

  @IsOptional()
  @IsUUID()
  serviceId?: string;

  /** A ticket that is not to be offered: the one that is being read. */
  @IsOptional()
  @IsUUID()
  except?: string;
}
