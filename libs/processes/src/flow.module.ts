import { Module } from '@nestjs/common';
import { CalendarsModule } from '#calendars';
import { IdentityModule } from '#identity';
import { TicketsModule } from '#tickets';
import { EventLogsController } from './http/event-logs.controller.js';
import { FlowController } from './http/flow.controller.js';
import { FlowJobs } from './jobs/flow-jobs.js';
import { EventLogView } from './reads/event-log-view.js';
import { FlowCases } from './reads/flow-cases.js';
import { FlowReader } from './reads/flow-reader.js';
import { FlowWords } from './reads/flow-words.js';
import { ProcessWords } from './reads/process-words.js';
import { CaseSource } from './store/case-source.js';
import { EventLogStore } from './store/event-log-store.js';
import { ProcessStore } from './store/process-store.js';
import { TraceStore } from './store/trace-store.js';
import { EventLogKeeper } from './use-cases/event-log-keeper.js';
import { EventLogWork } from './use-cases/event-log-work.js';
import { FlowMiner } from './use-cases/flow-miner.js';
import { TraceKeeper } from './use-cases/trace-keeper.js';
import { RecountTraces } from './use-cases/trace-recount.js';

/** Mining: closed cases of the desk kept as traces, event logs of other systems, and the flow of both. */
@Module({
  imports: [CalendarsModule, IdentityModule, TicketsModule],
  controllers: [FlowController, EventLogsController],
  providers: [
    ...[ProcessStore, ProcessWords, TraceStore, CaseSource, EventLogStore],
    ...[TraceKeeper, RecountTraces, FlowMiner, EventLogKeeper, EventLogWork, FlowJobs],
    ...[FlowWords, FlowReader, FlowCases, EventLogView],
  ],
  exports: [RecountTraces],
})
export class FlowModule {}
