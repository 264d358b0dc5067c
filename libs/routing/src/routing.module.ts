import { Module, type OnModuleInit } from '@nestjs/common';
import { CalendarsModule } from '#calendars';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { IncidentsModule, ReferenceModule } from '#incidents';
import { RepliesModule } from '#replies';
import { HistoryWords, TicketsModule } from '#tickets';
import { RulesController } from './http/rules.controller.js';
import { TicketRoutingController } from './http/ticket-routing.controller.js';
import { TrialsController } from './http/trials.controller.js';
import { TrialJobs } from './jobs/trial-jobs.js';
import { CurrentRules } from './reads/current-rules.js';
import { ROUTING_WORDS } from './reads/routing-words.js';
import { RuleGrounds } from './reads/rule-grounds.js';
import { RuleHistory } from './reads/rule-history.js';
import { RuleNaming } from './reads/rule-names.js';
import { RulePages } from './reads/rule-pages.js';
import { TicketRule } from './reads/ticket-rule.js';
import { TrialPages } from './reads/trial-pages.js';
import { WorkingTime } from './reads/working-time.js';
import { AppliedRules } from './store/applied-rules.js';
import { RuleStore } from './store/rule-store.js';
import { AdviseFiling } from './use-cases/advise-filing.js';
import { ApplyRule } from './use-cases/apply-rule.js';
import { BeginTrial } from './use-cases/begin-trial.js';
import { KeepRules } from './use-cases/keep-rules.js';
import { RunTrial } from './use-cases/run-trial.js';

/** Rules of where new incidents go, and tries of them on the past. */
@Module({
  imports: [CalendarsModule, IdentityModule, CatalogueModule, TicketsModule, IncidentsModule, ReferenceModule, RepliesModule],
  controllers: [RulesController, TrialsController, TicketRoutingController],
  providers: [
    ...[RuleStore, AppliedRules, CurrentRules, WorkingTime, RuleGrounds, RuleNaming, RulePages, RuleHistory, TicketRule, TrialPages],
    ...[AdviseFiling, ApplyRule, KeepRules, BeginTrial, RunTrial, TrialJobs],
  ],
  exports: [KeepRules],
})
export class RoutingModule implements OnModuleInit {
  constructor(private readonly words: HistoryWords) {}

  onModuleInit(): void {
    this.words.register(ROUTING_WORDS);
  }
}
