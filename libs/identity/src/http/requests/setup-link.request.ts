import { IsString, MaxLength } from 'class-validator';

export class SetupLinkRequest {
  @IsString()
  @MaxLength(200)
  token: string;
}
