/** What kind of refusal it is; one place maps the kind to an HTTP status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'rule-broken'
  | 'precondition-failed'
  | 'too-many'
  | 'unavailable';

/** A field that was refused, as a JSON pointer, with the code of the reason. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly detail?: string;
}

/**
 * A refusal that the caller is told about. `code` (`incidents.transition-not-allowed`) is also the key of the translated
 * message; `params` fill its placeholders and never hold anything that the caller may not see.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number | null>> = {},
    readonly kind: ErrorKind = 'rule-broken',
    readonly fields: readonly FieldError[] = [],
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'DomainError';
  }
}

/** The refusal for a record that does not exist or that the actor may not know of: both answer alike. */
export function notFound(what: string): DomainError {
  return new DomainError(`${what}.not-found`, {}, 'not-found');
}

/** A field whose value breaks a rule: 422 that names it. */
export function fieldRefused(code: string, field: string): DomainError {
  return new DomainError(code, {}, 'invalid', [{ pointer: `/${field}`, code }]);
}
