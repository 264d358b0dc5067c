import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { SAID_LINKS, type SaidLink } from '../../domain/said-link.js';

export class LinkTicketsRequest {
  /** Id or number of the other ticket. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  ticket: string;

  /** `related` where left out; `caused_by` of an incident that a change has caused; `child_of` of one that is answered with its parent. */
  @IsOptional()
  @IsIn(SAID_LINKS)
  kind?: SaidLink;
}
