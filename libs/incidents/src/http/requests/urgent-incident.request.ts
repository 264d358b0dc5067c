import { IsBoolean, IsIn, IsISO8601, IsOptional, IsUUID } from 'class-validator';
import { SERVICE_REASONS, type ServiceReason } from '../../domain/incident-words.js';

export class ChangeServiceRequest {
  /** One that is offered to the ticket's institution. */
  @IsUUID()
  serviceId: string;

  /** `agreement_change` where left out. */
  @IsOptional()
  @IsIn(SERVICE_REASONS)
  reasonCode?: ServiceReason;
}

export class DeclareSecurityRequest {
  /** When the Centre became aware of it: at most 72 hours ago. */
  @IsISO8601({ strict: true })
  awareAt: string;
}

export class ReportSentRequest {
  /** When it was sent. */
  @IsISO8601({ strict: true })
  at: string;
}

export class DecideMajorRequest {
  /** True: it is treated as a major incident. */
  @IsBoolean()
  major: boolean;
}
