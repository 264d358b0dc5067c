import { DomainError } from '#kernel';
import type { IncidentEvent, IncidentState } from './incident-lifecycle.js';

const TRANSITION_NOT_ALLOWED = 'incidents.transition-not-allowed';

/** An event that the lifecycle does not list for the state: 409, nothing changes, audited (DOMAIN section 3). */
export function transitionNotAllowed(event: IncidentEvent, state: IncidentState): DomainError {
  return new DomainError(TRANSITION_NOT_ALLOWED, { event, state }, 'conflict');
}

export function isTransitionNotAllowed(error: unknown): error is DomainError {
  return error instanceof DomainError && error.code === TRANSITION_NOT_ALLOWED;
}

export { fieldRefused } from '#kernel';
