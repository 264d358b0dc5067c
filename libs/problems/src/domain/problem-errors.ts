import { DomainError, type FieldError } from '#kernel';
import type { ProblemEvent, ProblemState } from './problem-lifecycle.js';

const TRANSITION_NOT_ALLOWED = 'problems.transition-not-allowed';

/** An event that the lifecycle does not list for the state: 409, nothing changes, audited (DOMAIN section 3). */
export function transitionNotAllowed(event: ProblemEvent, state: ProblemState): DomainError {
  return new DomainError(TRANSITION_NOT_ALLOWED, { event, state }, 'conflict');
}

export function isTransitionNotAllowed(error: unknown): error is DomainError {
  return error instanceof DomainError && error.code === TRANSITION_NOT_ALLOWED;
}

/** A guard that needs what has not been written yet: 422 that names each missing part. */
export function incomplete(fields: readonly string[]): DomainError {
  const faults: FieldError[] = fields.map((field) => ({ pointer: `/${field}`, code: 'problems.part-missing' }));
  return new DomainError('problems.incomplete', { count: fields.length }, 'invalid', faults);
}

/** A guard that does not hold: 409 with the reason. */
export function ruleBroken(code: string, params: Readonly<Record<string, string | number | null>> = {}): DomainError {
  return new DomainError(code, params, 'rule-broken');
}
