import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { KpisModule } from '#kpis';
import { FlowModule } from './flow.module.js';
import { TicketsModule } from '#tickets';
import { EvidenceController } from './http/evidence.controller.js';
import { ProcessFiguresController } from './http/process-figures.controller.js';
import { ProcessMovesController } from './http/process-moves.controller.js';
import { ProcessesController } from './http/processes.controller.js';
import { ProcessJobs } from './jobs/process-jobs.js';
import { ConformanceReader } from './reads/conformance-reader.js';
import { PracticeCatalogue } from './reads/practice-catalogue.js';
import { ProcessCounts } from './reads/process-counts.js';
import { ProcessExport } from './reads/process-export.js';
import { ProcessReader } from './reads/process-reader.js';
import { ProcessStandings } from './reads/process-standing.js';
import { ProcessWords } from './reads/process-words.js';
import { ScorecardModule } from './scorecard.module.js';
import { EvidenceStore } from './store/evidence-store.js';
import { MonthCounts } from './store/month-counts.js';
import { ProcessStore } from './store/process-store.js';
import { KeepEvidence } from './use-cases/keep-evidence.js';
import { MoveProcess } from './use-cases/move-process.js';
import { ProcessWork } from './use-cases/process-work.js';
import { RegisterProcess } from './use-cases/register-process.js';
import { RegistersModule } from './registers.module.js';
import { WatchProcesses } from './use-cases/watch-processes.js';

/** The register of ITIL processes: what is implemented is earned by evidence and counted, never ticked. */
@Module({
  imports: [FlowModule, IdentityModule, KpisModule, RegistersModule, ScorecardModule, TicketsModule],
  controllers: [ProcessFiguresController, ProcessesController, ProcessMovesController, EvidenceController],
  providers: [
    ...[ProcessStore, EvidenceStore, MonthCounts, PracticeCatalogue, ProcessStandings, ProcessWords],
    ...[ProcessReader, ProcessCounts, ProcessExport, ConformanceReader],
    ...[ProcessWork, RegisterProcess, MoveProcess, KeepEvidence, WatchProcesses, ProcessJobs],
  ],
  exports: [FlowModule, WatchProcesses, ProcessCounts, ProcessReader, ScorecardModule],
})
export class ProcessesModule {}
