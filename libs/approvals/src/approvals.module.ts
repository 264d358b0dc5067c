import { Module } from '@nestjs/common';
import { CalendarsModule } from '#calendars';
import { IdentityModule } from '#identity';
import { TicketsModule } from '#tickets';
import { ApprovalsController } from './http/approvals.controller.js';
import { Rounds } from './store/rounds.js';
import { ApprovalBook } from './use-cases/approval-book.js';
import { DecideApproval } from './use-cases/decide-approval.js';
import { RoundWork } from './use-cases/round-work.js';

/** Approvals of tickets of any type: who is asked, who has said what, and what comes of it. */
@Module({
  imports: [CalendarsModule, IdentityModule, TicketsModule],
  controllers: [ApprovalsController],
  providers: [Rounds, RoundWork, ApprovalBook, DecideApproval],
  exports: [ApprovalBook],
})
export class ApprovalsModule {}
