import { DomainError } from '#kernel';
import type { ChangeEvent, ChangeState } from './change-lifecycle.js';

const TRANSITION_NOT_ALLOWED = 'changes.transition-not-allowed';

/** An event that the lifecycle does not list for the kind and the state: 409, nothing changes, audited (DOMAIN section 3). */
export function transitionNotAllowed(event: ChangeEvent, state: ChangeState): DomainError {
  return new DomainError(TRANSITION_NOT_ALLOWED, { event, state }, 'conflict');
}

export function isTransitionNotAllowed(error: unknown): error is DomainError {
  return error instanceof DomainError && error.code === TRANSITION_NOT_ALLOWED;
}

/** A guard that needs what has not been written yet: 422 that names each missing part. */
export function incomplete(fields: readonly string[]): DomainError {
  return new DomainError(
    'changes.incomplete',
    { count: fields.length },
    'invalid',
    fields.map((field) => ({ pointer: `/${field}`, code: 'changes.part-missing' })),
  );
}

/** A guard that does not hold: 409 with the reason. */
export function ruleBroken(code: string, params: Readonly<Record<string, string | number | null>> = {}): DomainError {
  return new DomainError(code, params, 'rule-broken');
}
