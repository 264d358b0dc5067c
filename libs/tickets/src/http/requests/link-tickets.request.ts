import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class LinkTicketsRequest {
  /** Id or number of the other ticket. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  ticket: string;
}
