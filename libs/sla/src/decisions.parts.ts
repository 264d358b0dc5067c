import { ClockDecisionsController } from './http/clock-decisions.controller.js';
import { ClockDecision } from './use-cases/clock-decision.js';
import { ConfirmRelaxation } from './use-cases/confirm-relaxation.js';
import { CorrectPause } from './use-cases/correct-pause.js';
import { VoidBreach } from './use-cases/void-breach.js';

/** What people decide about clocks. */
export const DECISION_CONTROLLERS = [ClockDecisionsController];

export const DECISION_PROVIDERS = [ClockDecision, ConfirmRelaxation, CorrectPause, VoidBreach];
