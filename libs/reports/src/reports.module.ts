import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { CalendarsModule } from '#calendars';
import { KpisModule } from '#kpis';
import { NotificationsModule } from '#notifications';
import { IndicatorSourcesModule, ProcessesModule, ScorecardModule } from '#processes';
import { ReportRunsController } from './http/report-runs.controller.js';
import { SubscribersController } from './http/subscribers.controller.js';
import { ReportJobs } from './jobs/report-jobs.js';
import { AvailableReports } from './reads/available-reports.js';
import { AvailableReportsSource } from './reads/available-reports-source.js';
import { OccasionTimes } from './reads/occasion-times.js';
import { ReportReader } from './reads/report-reader.js';
import { ReportSubscribers } from './reads/report-subscribers.js';
import { ReportDeliveries } from './store/report-deliveries.js';
import { Subscriptions } from './store/subscriptions.js';
import { DeliverReport } from './use-cases/deliver-report.js';
import { PlanDeliveries } from './use-cases/plan-deliveries.js';
import { ScheduledRun } from './use-cases/scheduled-run.js';
import { Subscribe } from './use-cases/subscribe.js';
import { ReportsController } from './http/reports.controller.js';
import { ChangesMonth } from './reads/builders/changes-month.js';
import { GroupsServices } from './reads/builders/groups-services.js';
import { ProcessBoard } from './reads/builders/process-board.js';
import { SatisfactionYear } from './reads/builders/satisfaction-year.js';
import { Workload } from './reads/builders/workload.js';
import { SatisfactionMonth } from './reads/builders/satisfaction-month.js';
import { ScorecardOfYear } from './reads/builders/scorecard-year.js';
import { SlaMonth } from './reads/builders/sla-month.js';
import { ComposeReport } from './reads/compose-report.js';
import { IndicatorSections } from './reads/indicator-sections.js';
import { ReadableReports } from './reads/readable-reports.js';
import type { ReportBuilder } from './reads/report-builder.js';
import { ReportBuilders } from './reads/report-builders.js';
import { ReportRegister } from './reads/report-register.js';
import { ReportRuns } from './reads/report-runs.js';
import { BiLogins } from './store/bi-logins.js';
import { ReportStore } from './store/report-store.js';
import { RunStore } from './store/run-store.js';
import { KeepBiLogins } from './use-cases/keep-bi-logins.js';
import { KeepRegister } from './use-cases/keep-register.js';
import { KeepRun } from './use-cases/keep-run.js';

/** The ready set. */
const READY = [SlaMonth, SatisfactionMonth, SatisfactionYear, Workload, GroupsServices, ChangesMonth, ProcessBoard, ScorecardOfYear];

/** The register of reports, the reports that are made here, and what was kept of them. */
@Module({
  imports: [CalendarsModule, IdentityModule, KpisModule, ProcessesModule, ScorecardModule, IndicatorSourcesModule, NotificationsModule],
  controllers: [ReportsController, ReportRunsController, SubscribersController],
  providers: [
    ...[ReportStore, RunStore, IndicatorSections, ComposeReport, ReadableReports, ReportRegister, ReportRuns],
    ...[Subscriptions, ReportDeliveries, OccasionTimes, ReportReader, ReportSubscribers, AvailableReports, AvailableReportsSource],
    ...[PlanDeliveries, ScheduledRun, DeliverReport, Subscribe, ReportJobs],
    ...[BiLogins, KeepBiLogins, KeepRegister, KeepRun, ...READY],
    { provide: ReportBuilders, inject: READY, useFactory: (...builders: ReportBuilder[]) => new ReportBuilders(builders) },
  ],
})
export class ReportsModule {}
