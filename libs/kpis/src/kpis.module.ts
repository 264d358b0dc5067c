import { Module } from '@nestjs/common';
import { CalendarsModule } from '#calendars';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { SlaModule } from '#sla';
import { TicketsModule } from '#tickets';
import { ClientSatisfactionModule } from './client-satisfaction.module.js';
import { KpiController } from './http/kpi.controller.js';
import { KpiExportController } from './http/kpi-export.controller.js';
import { KpisController } from './http/kpis.controller.js';
import { SlaComplianceController } from './http/sla-compliance.controller.js';
import { KeepFigures } from './jobs/keep-figures.js';
import { LoadModule } from './load.module.js';
import { RefreshFactsAfterEvents } from './reactions/refresh-facts-after-events.js';
import { ComplianceListCounts } from './reads/compliance-counts.js';
import { ComplianceExport } from './reads/compliance-export.js';
import { ComplianceRows } from './reads/compliance-rows.js';
import { Definitions } from './reads/definitions.js';
import { DimensionNames } from './reads/dimension-names.js';
import { EditionMeasures } from './reads/edition-measures.js';
import { EditionViews } from './reads/edition-views.js';
import { Figures } from './reads/figures.js';
import { IndicatorFiguresReader } from './reads/indicator-figures.js';
import { FreezeInstants } from './reads/freeze-instants.js';
import { KpiExport } from './reads/kpi-export.js';
import { KpiPages } from './reads/kpi-page.js';
import { KpiRows } from './reads/kpi-rows.js';
import { FrozenMonths } from './reads/frozen-months.js';
import { Recounts } from './reads/recounts.js';
import { Restatements } from './reads/restatements.js';
import { ComplianceFrame, SlaComplianceReport } from './reads/sla-compliance.js';
import { SlaHonestyReport } from './reads/sla-honesty.js';
import { TicketsWithoutClock } from './reads/tickets-without-clock.js';
import { Tallies } from './reads/tallies.js';
import { YearlyFigures } from './reads/yearly-figures.js';
import { TicketFolder } from './reads/ticket-folder.js';
import { CellStore } from './store/cell-store.js';
import { EditionStore } from './store/edition-store.js';
import { FactStore } from './store/fact-store.js';
import { FreezeMonths } from './use-cases/freeze-months.js';
import { ImportFacts } from './use-cases/import-facts.js';
import { PublishEdition } from './use-cases/publish-edition.js';
import { RecountKpis } from './use-cases/recount-kpis.js';
import { RecountSlice } from './use-cases/recount-slice.js';
import { RefreshFacts } from './use-cases/refresh-facts.js';
import { RestateAfterVoid } from './use-cases/restate-after-void.js';
import { RestateMonth } from './use-cases/restate-month.js';

const STORE = [FactStore, CellStore, EditionStore];
const READS = [
  ...[Definitions, DimensionNames, EditionMeasures, EditionViews, Figures, FreezeInstants],
  ...[FrozenMonths, IndicatorFiguresReader, KpiExport, KpiPages, KpiRows, Recounts, Tallies, TicketFolder],
  YearlyFigures,
];
const COMPLIANCE = [
  ComplianceExport,
  ComplianceFrame,
  ComplianceListCounts,
  ComplianceRows,
  Restatements,
  SlaComplianceReport,
  SlaHonestyReport,
  TicketsWithoutClock,
];
const USE_CASES = [FreezeMonths, ImportFacts, PublishEdition, RecountKpis, RecountSlice, RefreshFacts, RestateAfterVoid, RestateMonth];

@Module({
  imports: [CalendarsModule, IdentityModule, CatalogueModule, TicketsModule, SlaModule, ClientSatisfactionModule, LoadModule],
  // The list and the recounts before the controller that takes any code.
  controllers: [KpisController, KpiController, KpiExportController, SlaComplianceController],
  providers: [...STORE, ...READS, ...COMPLIANCE, ...USE_CASES, RefreshFactsAfterEvents, KeepFigures],
  exports: [
    ...[RecountKpis, Recounts, ImportFacts, FreezeMonths, FrozenMonths, FreezeInstants, KpiPages, ClientSatisfactionModule],
    ...[IndicatorFiguresReader, SlaComplianceReport, LoadModule, YearlyFigures],
  ],
})
export class KpisModule {}
