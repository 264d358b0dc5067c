import { IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { TICKET_SOURCES, type Level, type TicketSource } from '#tickets';
import { REFERENCE_CODE } from '../../domain/reference-word.js';
import { Trimmed } from './trimmed.js';

const LEVELS = [1, 2, 3];

export class ReportIncidentRequest {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  /** Markdown. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  description: string;

  /** A service that is offered to the affected user's institution. */
  @IsOptional()
  @IsUUID()
  serviceId?: string;

  /** 1 several institutions or a duty service, 2 one institution or unit, 3 one user; 3 where absent. */
  @IsOptional()
  @IsIn(LEVELS)
  impact?: Level;

  /** 1 work stopped, 2 hindered, 3 can wait; 2 where absent. */
  @IsOptional()
  @IsIn(LEVELS)
  urgency?: Level;

  /** Who is hit, where that is somebody else: a colleague, or for an agent whoever called. */
  @IsOptional()
  @IsUUID()
  affectedUserId?: string;

  /** The device that it is about: one that the reporter reads, such as his own. */
  @IsOptional()
  @IsUUID('loose')
  configurationItemId?: string;

  /** For agents: the group that it is for, where no rule and no service is to decide. */
  @IsOptional()
  @IsUUID()
  groupId?: string;

  /** For agents: what it is about, a category of `GET /reference-words` that is in use. */
  @IsOptional()
  @Matches(REFERENCE_CODE)
  category?: string;

  @IsOptional()
  @IsIn(TICKET_SOURCES.filter((source) => source !== 'import'))
  source?: TicketSource;

  /** For agents: when it was said, at most 60 minutes ago. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  submittedAt?: string;

  /** Why it is dated back. */
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(1000)
  submittedAtReason?: string;
}
