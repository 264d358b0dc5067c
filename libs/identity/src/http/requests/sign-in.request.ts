import { IsString, MaxLength } from 'class-validator';

export class SignInRequest {
  @IsString()
  @MaxLength(200)
  login: string;

  @IsString()
  @MaxLength(1024)
  password: string;
}
