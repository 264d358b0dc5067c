import { CalendarImpactController } from './http/calendar-impact.controller.js';
import { SlaRunsController } from './http/sla-runs.controller.js';
import { WhatIfController } from './http/what-if.controller.js';
import { RunJobs } from './jobs/run-jobs.js';
import { ReplanAfterPublication } from './reactions/replan-after-publication.js';
import { ForeseeReplan } from './reads/foresee-replan.js';
import { SlaRuns } from './reads/sla-runs.js';
import { WhatIfs } from './reads/what-ifs.js';
import { BeginWhatIf } from './use-cases/begin-what-if.js';
import { ContinueRun } from './use-cases/continue-run.js';
import { ReadRuleBook } from './use-cases/read-rule-book.js';
import { ReplanClocks } from './use-cases/replan-clocks.js';
import { ReplanStragglers } from './use-cases/replan-stragglers.js';
import { ReplanTickets } from './use-cases/replan-tickets.js';
import { SimulateClocks } from './use-cases/simulate-clocks.js';

/** Long work over many clocks: replans, their impact beforehand, and what-ifs. */
export const RUN_CONTROLLERS = [CalendarImpactController, SlaRunsController, WhatIfController];

export const RUN_PROVIDERS = [
  ...[ContinueRun, SlaRuns, RunJobs],
  ...[ReplanTickets, ReplanClocks, ReplanStragglers, ReplanAfterPublication, ForeseeReplan],
  ...[ReadRuleBook, BeginWhatIf, SimulateClocks, WhatIfs],
];
