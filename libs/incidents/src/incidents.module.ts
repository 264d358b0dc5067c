import { Module, type OnModuleInit } from '@nestjs/common';
import { AssetsModule } from '#assets';
import { CalendarsModule } from '#calendars';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { HistoryWords, TicketKinds, TicketsModule } from '#tickets';
import { IncidentBatchesController } from './http/incident-batches.controller.js';
import { IncidentPeopleController } from './http/incident-people.controller.js';
import { IncidentTogetherController } from './http/incident-together.controller.js';
import { IncidentWorkController } from './http/incident-work.controller.js';
import { IncidentsController } from './http/incidents.controller.js';
import { LifecyclesController } from './http/lifecycles.controller.js';
import { UrgentIncidentController } from './http/urgent-incident.controller.js';
import { DueIncidents } from './jobs/due-incidents.js';
import { DueSteps } from './jobs/due-steps.js';
import { CountWhenAlsoAffected } from './reactions/count-when-also-affected.js';
import { PutOffReminderWhenStaffTold } from './reactions/put-off-reminder-when-staff-told.js';
import { ResumeWhenChangeOver } from './reactions/resume-when-change-over.js';
import { ResumeWhenRequesterReplied } from './reactions/resume-when-requester-replied.js';
import { FilingRules } from './ports/filing-rules.js';
import { Communications } from './reads/communications.js';
import { IncidentKind } from './reads/incident-kind.js';
import { INCIDENT_WORDS } from './reads/incident-words.js';
import { ReferenceModule } from './reference.module.js';
import { IncidentStore } from './store/incident-store.js';
import { AcceptIncident } from './use-cases/accept-incident.js';
import { AssignIncident } from './use-cases/assign-incident.js';
import { CancelIncident } from './use-cases/cancel-incident.js';
import { CategoriseIncident } from './use-cases/categorise-incident.js';
import { ChangePriority } from './use-cases/change-priority.js';
import { ChangeService } from './use-cases/change-service.js';
import { ConfirmResolution } from './use-cases/confirm-resolution.js';
import { DecideMajor } from './use-cases/decide-major.js';
import { DeclareSecurity } from './use-cases/declare-security.js';
import { IncidentWork } from './use-cases/incident-work.js';
import { LogCommunication } from './use-cases/log-communication.js';
import { PutOnHold } from './use-cases/put-on-hold.js';
import { RecordReport } from './use-cases/record-report.js';
import { RemindOfUpdate } from './use-cases/remind-of-update.js';
import { RemindRequester } from './use-cases/remind-requester.js';
import { ReopenIncident } from './use-cases/reopen-incident.js';
import { ReportIncident } from './use-cases/report-incident.js';
import { ResolveChildren } from './use-cases/resolve-children.js';
import { ResolveIncident } from './use-cases/resolve-incident.js';
import { ResumeIncident } from './use-cases/resume-incident.js';
import { UnmergeIncident } from './use-cases/unmerge-incident.js';
import { Routing } from './use-cases/routing.js';
import { RunIncidentBatch } from './use-cases/run-incident-batch.js';
import { WorkingDays } from './use-cases/working-days.js';

@Module({
  imports: [AssetsModule, CalendarsModule, IdentityModule, CatalogueModule, TicketsModule, ReferenceModule],
  controllers: [
    IncidentBatchesController,
    IncidentTogetherController,
    IncidentsController,
    IncidentWorkController,
    IncidentPeopleController,
    UrgentIncidentController,
    LifecyclesController,
  ],
  providers: [
    ...[IncidentStore, IncidentKind, IncidentWork, Routing, FilingRules, WorkingDays],
    ...[ReportIncident, AssignIncident, AcceptIncident, PutOnHold, ResumeIncident, ResolveIncident],
    ...[ConfirmResolution, ReopenIncident, CancelIncident, UnmergeIncident, ChangePriority, RunIncidentBatch],
    ...[ResolveChildren, LogCommunication, Communications, ResumeWhenChangeOver],
    ...[ChangeService, CategoriseIncident, DeclareSecurity, RecordReport, DecideMajor, RemindOfUpdate],
    ...[RemindRequester, ResumeWhenRequesterReplied, PutOffReminderWhenStaffTold, CountWhenAlsoAffected, DueIncidents, DueSteps],
  ],
  exports: [FilingRules, ReportIncident, ReopenIncident, DeclareSecurity, RecordReport, DueIncidents],
})
export class IncidentsModule implements OnModuleInit {
  constructor(
    private readonly kinds: TicketKinds,
    private readonly words: HistoryWords,
    private readonly kind: IncidentKind,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this.kind);
    this.words.register(INCIDENT_WORDS);
  }
}
