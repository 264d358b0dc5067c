import { Module } from '@nestjs/common';
import { CalendarsModule } from '#calendars';
import { IdentityModule } from '#identity';
import { TicketsModule } from '#tickets';
import { ApprovalLinkController } from './http/approval-link.controller.js';
import { ApprovalsController } from './http/approvals.controller.js';
import { ApprovalJobs } from './jobs/approval-jobs.js';
import { ApprovalSubjects } from './ports/approval-subjects.js';
import { ApprovalExport } from './reads/approval-export.js';
import { ApprovalInbox } from './reads/approval-inbox.js';
import { ApprovalLinkPages } from './reads/approval-link-page.js';
import { AskedApprovals } from './reads/asked-approvals.js';
import { LinkSources } from './reads/link-sources.js';
import { Delegates } from './reads/delegates.js';
import { ApprovalLinks } from './store/approval-links.js';
import { Rounds } from './store/rounds.js';
import { ApprovalBook } from './use-cases/approval-book.js';
import { DecideApproval } from './use-cases/decide-approval.js';
import { DecideByLink } from './use-cases/decide-by-link.js';
import { DelegateApproval } from './use-cases/delegate-approval.js';
import { PassTime } from './use-cases/pass-time.js';
import { RoundWork } from './use-cases/round-work.js';

const STORE = [Rounds, ApprovalLinks];
const READS = [ApprovalExport, ApprovalInbox, ApprovalLinkPages, LinkSources, AskedApprovals, Delegates];
const USE_CASES = [RoundWork, ApprovalBook, DecideApproval, DecideByLink, DelegateApproval, PassTime];

/** Approvals of tickets of any type: who is asked, who has said what, and what comes of it. */
@Module({
  imports: [CalendarsModule, IdentityModule, TicketsModule],
  controllers: [ApprovalsController, ApprovalLinkController],
  providers: [...STORE, ...READS, ...USE_CASES, ApprovalSubjects, ApprovalJobs],
  exports: [ApprovalBook, DecideApproval, ApprovalSubjects, AskedApprovals],
})
export class ApprovalsModule {}
