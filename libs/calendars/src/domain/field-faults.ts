import { DomainError, type FieldError } from '#kernel';

/** Collects what is wrong with a request, field by field, so that the sender hears of all of it at once. */
export class FieldFaults {
  private readonly found: FieldError[] = [];

  /** `pointer` is a JSON pointer into the body, `code` the key of the reason. */
  add(pointer: string, code: string): void {
    this.found.push({ pointer, code });
  }

  has(pointer: string): boolean {
    return this.found.some((fault) => fault.pointer === pointer);
  }

  /** Throws `platform.validation-failed` (422) where something was found. */
  refuse(): void {
    if (this.found.length > 0) throw new DomainError('platform.validation-failed', {}, 'invalid', this.found);
  }
}

/** The refusal for a single field. */
export function faultAt(pointer: string, code: string): DomainError {
  return new DomainError('platform.validation-failed', {}, 'invalid', [{ pointer, code }]);
}

/** A key as part of a JSON pointer (RFC 6901). */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
