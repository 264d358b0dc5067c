import { IsIn, IsOptional } from 'class-validator';
import { FormatRequest, PageRequest } from '#platform';
import { IntersectionType, OmitType } from '@nestjs/swagger';
import { INBOX_VIEWS, type InboxView } from '../../reads/approval-inbox.js';

export class InboxRequest extends PageRequest {
  /** `pending`: wait for the actor; `waiting`: for others after him, or before his turn; `decided`: over. */
  @IsOptional()
  @IsIn(INBOX_VIEWS)
  state: InboxView = 'pending';
}

export class ExportApprovalsRequest extends IntersectionType(OmitType(InboxRequest, ['cursor', 'limit'] as const), FormatRequest) {}
