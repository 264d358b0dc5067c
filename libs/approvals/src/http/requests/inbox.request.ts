import { IsIn, IsOptional } from 'class-validator';
import { PageRequest } from '#platform';
import { INBOX_VIEWS, type InboxView } from '../../reads/approval-inbox.js';

export class InboxRequest extends PageRequest {
  /** `pending`: wait for the actor; `waiting`: for others after him, or before his turn; `decided`: over. */
  @IsOptional()
  @IsIn(INBOX_VIEWS)
  state: InboxView = 'pending';
}
