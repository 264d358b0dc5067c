import { IsOptional, IsString, MaxLength } from 'class-validator';

export class FindPeopleRequest {
  /** Parts of the name, the login or the e-mail address. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}
