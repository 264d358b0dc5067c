import { IsEmail, IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class CompleteSetupRequest {
  /** From the one-time link. */
  @IsString()
  @MaxLength(200)
  token: string;

  @IsString()
  @MaxLength(64)
  login: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @IsEmail()
  @MaxLength(254)
  email: string;

  @IsString()
  @MaxLength(1024)
  password: string;
}
