import { formatInstant, type Instant } from '#kernel';
import type { Names } from '#tickets';
import { isToConfirm } from '../domain/fold-clock.js';
import { isStatutory } from '../domain/follow-law.js';
import { isOpen, type TrackedClock } from '../domain/tracked-clock.js';
import type { ClockExplanationResponse, ClockPauseResponse } from '../http/responses/clock-explanation.response.js';
import type { VoidRequest } from '../store/void-requests.js';

/** What is known of the reader and of the requests that wait for a decision. */
export interface DecisionFacts {
  readonly names: Names;
  readonly voids: readonly VoidRequest[];
  readonly decides: { readonly actorId: string; readonly works: boolean; readonly leads: boolean };
}

/** The times in which a clock stood still because of a hold. */
export function pausesOf({ state }: TrackedClock, label: (reason: string) => string): ClockPauseResponse[] {
  const text = (from: Instant, to: Instant | null, reason: string): ClockPauseResponse => ({
    from: formatInstant(from),
    to: to === null ? null : formatInstant(to),
    reason,
    label: label(reason),
  });
  const ended = state.gaps.filter(({ reason }) => reason !== 'after_stop').map(({ from, to, reason }) => text(from, to, reason));
  return state.openGap ? [...ended, text(state.openGap.from, null, state.openGap.reason)] : ended;
}

/** What the reader may decide about a clock, and what somebody asks to be decided (DOMAIN 4.3(3), (7a), (8)). */
export function decisionsOf(
  clock: TrackedClock,
  { voids, decides, names }: DecisionFacts,
): Pick<ClockExplanationResponse, 'decisions' | 'voidRequest'> {
  const request = voids.find(({ clockId }) => clockId === clock.id);
  const change = clock.state.changes.at(-1);
  const leads = decides.works && decides.leads;
  const breached = clock.state.outcome === 'breached' && !isStatutory(clock.kind);
  const pausing = clock.kind !== 'response' && !isStatutory(clock.kind) && clock.state.state !== 'cancelled';
  const relaxed = change !== undefined && isToConfirm(change) && change.actorId !== decides.actorId && clock.state.outcome === null;
  return {
    decisions: {
      confirmRelaxation: leads && isOpen(clock) && relaxed,
      requestVoid: decides.works && breached && !request,
      decideVoid: leads && request !== undefined && request.requestedBy !== decides.actorId,
      correctPause: leads && pausing && clock.pauseReasons.length > 0,
    },
    voidRequest: request
      ? { by: names.of(request.requestedBy), at: formatInstant(request.requestedAt), note: request.note, priority: request.priority }
      : null,
  };
}
