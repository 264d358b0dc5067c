import type { StandingRound, StandingStep } from '#approvals';
import type { Actor } from '#identity';
import { formatInstant, type Instant } from '#kernel';
import type { Names } from '#tickets';
import type { StandingRoundResponse, StandingStepResponse } from '../http/responses/change.response.js';

const iso = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

/** A round of approvals as the page of its change shows it. */
export function toRound(round: StandingRound, actor: Actor, names: Names): StandingRoundResponse {
  const { number, purpose, state, openedAt, endedAt, reason } = round;
  return {
    ...{ number, purpose, state, reason, openedAt: formatInstant(openedAt), endedAt: iso(endedAt) },
    steps: round.steps.map((step) => toStep(step, state === 'open', actor, names)),
  };
}

function toStep(step: StandingStep, open: boolean, actor: Actor, names: Names): StandingStepResponse {
  const { id, position, rule, needed, state, clientSide } = step;
  return {
    ...{ id, position, name: step.name[actor.locale], rule, needed, state, dueAt: formatInstant(step.dueAt), clientSide },
    approvals: step.approvals.map((one) => ({
      ...{ id: one.id, approver: names.of(one.approverId), state: one.state, decidedAt: iso(one.decidedAt), reason: one.reason },
      mine: open && state === 'open' && one.state === 'pending' && one.approverId === actor.id,
      ...{ delegated: one.delegatedFromId !== null, escalated: one.escalated },
    })),
  };
}
