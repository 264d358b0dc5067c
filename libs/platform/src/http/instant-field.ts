import { DomainError, type Instant, parseInstant } from '#kernel';

/** Reads an instant of a request; a date without time or offset says nothing that one could count to. Throws 422 for the field. */
export function instantField(text: string | undefined, field: string): Instant | undefined {
  if (text === undefined) return undefined;
  try {
    return parseInstant(text);
  } catch {
    throw new DomainError('platform.validation-failed', {}, 'invalid', [{ pointer: `/${field}`, code: 'platform.field-is-iso8601' }]);
  }
}
