import { Injectable } from '@nestjs/common';
import { TicketFacts, TicketNames } from '#tickets';
import { ChangeApprovalSubject } from './approval-subject.js';

/** What a meeting's page is gathered from, beside the meeting itself. */
@Injectable()
export class MeetingSources {
  constructor(
    readonly tickets: TicketFacts,
    readonly names: TicketNames,
    readonly subject: ChangeApprovalSubject,
  ) {}
}
