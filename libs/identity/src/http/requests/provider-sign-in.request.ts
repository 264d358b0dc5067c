import { IsOptional, IsString, MaxLength } from 'class-validator';

export class ProviderSignInRequest {
  /** The page of ours to go on to afterwards, as a path; what leads elsewhere is left out of account. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  next?: string | null;
}
