import { Module, type OnModuleInit } from '@nestjs/common';
import { ApprovalsModule } from '#approvals';
import { AssetsModule } from '#assets';
import { CalendarsModule } from '#calendars';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { HistoryWords, TicketKinds, TicketsModule } from '#tickets';
import { AnnouncementsModule } from './announcements.module.js';
import { ChangeCalendarModule } from './change-calendar.module.js';
import { ChangeAnswer } from './http/change-answer.js';
import { ChangeAssessmentController } from './http/change-assessment.controller.js';
import { ChangeLifecycleController } from './http/change-lifecycle.controller.js';
import { ChangePlacingController } from './http/change-placing.controller.js';
import { ChangeWorkController } from './http/change-work.controller.js';
import { ChangesController } from './http/changes.controller.js';
import { ConcurrencesController } from './http/concurrences.controller.js';
import { EmergencyChangeController } from './http/emergency-change.controller.js';
import { RaiseChangeController } from './http/raise-change.controller.js';
import { DueChanges } from './jobs/due-changes.js';
import { MoveChangeWhenApprovalsEnd } from './reactions/move-change-when-approvals-end.js';
import { ChangeBeside } from './reads/change-beside.js';
import { ChangeStanding } from './reads/change-standing.js';
import { CHANGE_HISTORY } from './reads/change-history.js';
import { ChangePage } from './reads/change-page.js';
import { ChangePath } from './reads/change-path.js';
import { ChangeTicketKind } from './reads/change-ticket-kind.js';
import { ServiceClients } from './reads/service-clients.js';
import { TemplateNames } from './reads/template-names.js';
import { UrgentIncidents } from './reads/urgent-incidents.js';
import { MeetingsModule } from './meetings.module.js';
import { ChangeStore } from './store/change-store.js';
import { Concurrences } from './store/concurrences.js';
import { TemplatesModule } from './templates.module.js';
import { CHANGE_USE_CASES } from './use-cases/change-use-cases.js';

/** Change enablement: changes, their calendar, templates and announcements. */
@Module({
  imports: [
    ...[AssetsModule, CalendarsModule, IdentityModule, CatalogueModule, TicketsModule, ApprovalsModule],
    ...[AnnouncementsModule, ChangeCalendarModule, MeetingsModule, TemplatesModule],
  ],
  controllers: [
    ...[ChangesController, ChangeAssessmentController, ChangePlacingController, ChangeWorkController],
    ...[EmergencyChangeController, ConcurrencesController, RaiseChangeController, ChangeLifecycleController],
  ],
  providers: [
    ...[ChangeStore, Concurrences, ChangePage, ChangeBeside, ChangeStanding, ChangePath, ChangeTicketKind, TemplateNames],
    ...[ServiceClients, UrgentIncidents, ChangeAnswer, MoveChangeWhenApprovalsEnd, DueChanges, ...CHANGE_USE_CASES],
  ],
  exports: [AnnouncementsModule, MeetingsModule, TemplatesModule, ChangeCalendarModule, ChangePage, ...CHANGE_USE_CASES, DueChanges],
})
export class ChangesModule implements OnModuleInit {
  constructor(
    private readonly kinds: TicketKinds,
    private readonly words: HistoryWords,
    private readonly kind: ChangeTicketKind,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this.kind);
    this.words.register(CHANGE_HISTORY);
  }
}
