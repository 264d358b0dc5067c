import { Module, type OnModuleInit } from '@nestjs/common';
import { CalendarsModule } from '#calendars';
import { HistoryWords, TicketsModule } from '#tickets';
import { DECISION_CONTROLLERS, DECISION_PROVIDERS } from './decisions.parts.js';
import { TicketClocksController } from './http/ticket-clocks.controller.js';
import { SweepJobs } from './jobs/sweep-jobs.js';
import { SweepWatchdog } from './jobs/sweep-watchdog.js';
import { PoliciesModule } from './policies.module.js';
import { KeepClocksWithTickets } from './reactions/keep-clocks-with-tickets.js';
import { ClockAccounts } from './reads/clock-accounts.js';
import { CLOCK_HISTORY_WORDS } from './reads/clock-history-words.js';
import { ClockSummaries } from './reads/clock-summaries.js';
import { ClockWords } from './reads/clock-words.js';
import { ExplainClocks } from './reads/explain-clocks.js';
import { StatutoryBook } from './reads/statutory-book.js';
import { RUN_CONTROLLERS, RUN_PROVIDERS } from './runs.parts.js';
import { ClockStore } from './store/clock-store.js';
import { StartedClocksOfTransaction } from './store/started-clocks.js';
import { ImportClocks } from './use-cases/import-clocks.js';
import { KeepClocks } from './use-cases/keep-clocks.js';
import { NoteFacts } from './use-cases/note-facts.js';
import { PlanWakeUps } from './use-cases/plan-wake-ups.js';
import { RecordCrossings } from './use-cases/record-crossings.js';

/** Promises and their clocks: kept within the tickets' own transactions, swept by the database's clock. */
@Module({
  imports: [CalendarsModule, TicketsModule, PoliciesModule],
  controllers: [...RUN_CONTROLLERS, TicketClocksController, ...DECISION_CONTROLLERS],
  providers: [
    ...[StatutoryBook, ClockStore, ClockAccounts, StartedClocksOfTransaction, ClockSummaries, ClockWords, ExplainClocks],
    ...[KeepClocks, NoteFacts, RecordCrossings, PlanWakeUps, ImportClocks],
    ...RUN_PROVIDERS,
    ...DECISION_PROVIDERS,
    ...[KeepClocksWithTickets, SweepJobs, SweepWatchdog],
  ],
  exports: [PoliciesModule, ClockAccounts, RecordCrossings, SweepWatchdog, ImportClocks],
})
export class SlaModule implements OnModuleInit {
  constructor(private readonly words: HistoryWords) {}

  onModuleInit(): void {
    this.words.register(CLOCK_HISTORY_WORDS);
  }
}
