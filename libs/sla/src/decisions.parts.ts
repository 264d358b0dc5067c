import { ClockDecisionsController } from './http/clock-decisions.controller.js';
import { EscalateAfterThreshold } from './reactions/escalate-after-threshold.js';
import { AuditClocks } from './reads/audit-clocks.js';
import { ClockDecision } from './use-cases/clock-decision.js';
import { ConfirmRelaxation } from './use-cases/confirm-relaxation.js';
import { CorrectPause } from './use-cases/correct-pause.js';
import { EscalateCrossing } from './use-cases/escalate-crossing.js';
import { VoidBreach } from './use-cases/void-breach.js';

/** What people decide about clocks, and what is done when a clock crosses a threshold. */
export const DECISION_CONTROLLERS = [ClockDecisionsController];

export const DECISION_PROVIDERS = [
  ClockDecision,
  ConfirmRelaxation,
  CorrectPause,
  VoidBreach,
  EscalateCrossing,
  EscalateAfterThreshold,
  AuditClocks,
];
