import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

/** What people say of two tickets; the other kinds of link come with what makes them. */
export const SAID_LINKS = ['related', 'caused_by'] as const;

export class LinkTicketsRequest {
  /** Id or number of the other ticket. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  ticket: string;

  /** `related` where left out; `caused_by` of an incident that a change has caused. */
  @IsOptional()
  @IsIn(SAID_LINKS)
  kind?: (typeof SAID_LINKS)[number];
}
