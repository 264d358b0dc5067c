import { IsOptional, IsUUID } from 'class-validator';

export class ListServicesRequest {
  /** For staff: the institution on whose behalf a ticket is filed. Left out: one's own, or all for who sees all. */
  @IsOptional()
  @IsUUID('loose')
  institutionId?: string;
}
