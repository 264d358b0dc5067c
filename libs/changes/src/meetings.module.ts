import { Module } from '@nestjs/common';
import { ApprovalsModule } from '#approvals';
import { IdentityModule } from '#identity';
import { TicketsModule } from '#tickets';
import { ChangeCalendarModule } from './change-calendar.module.js';
import { MeetingsController } from './http/meetings.controller.js';
import { ChangeApprovalSubject } from './reads/approval-subject.js';
import { MeetingNews } from './reads/meeting-news.js';
import { MeetingPages } from './reads/meeting-pages.js';
import { MeetingSources } from './reads/meeting-sources.js';
import { MeetingVerdicts } from './reads/meeting-verdicts.js';
import { ChangeStore } from './store/change-store.js';
import { Meetings } from './store/meetings.js';
import { CallMeeting } from './use-cases/call-meeting.js';
import { MeetingReferences } from './use-cases/meeting-references.js';
import { RunMeeting } from './use-cases/run-meeting.js';

/** What approvers are told of a change, and the meetings at which the CAB decides together. */
@Module({
  imports: [ApprovalsModule, ChangeCalendarModule, IdentityModule, TicketsModule],
  controllers: [MeetingsController],
  providers: [
    ChangeStore,
    ChangeApprovalSubject,
    Meetings,
    MeetingNews,
    MeetingPages,
    MeetingSources,
    MeetingVerdicts,
    MeetingReferences,
    CallMeeting,
    RunMeeting,
  ],
  exports: [CallMeeting, MeetingNews],
})
export class MeetingsModule {}
