import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { DomainError, type FieldError } from '#kernel';
import { unfitFields } from './text-fitness.js';

/** The pipe of every route: unknown fields are refused, and each fault names its field as a JSON pointer. */
export function requestValidation(): ValidationPipe {
  return new RequestValidation({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => refusal(flatten(errors as ValidationError[])),
  });
}

class RequestValidation extends ValidationPipe {
  /** Looks at text and depth first: what class-validator walks must have an end, and what it lets pass must be storable. */
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' || metadata.type === 'query') {
      const unfit = unfitFields(value, metadata.data ? `/${metadata.data}` : '');
      if (unfit.length > 0) throw refusal(unfit);
    }
    return super.transform(value, metadata);
  }
}

function refusal(fields: readonly FieldError[]): DomainError {
  return new DomainError('platform.validation-failed', {}, 'invalid', fields);
}

function flatten(errors: readonly ValidationError[], at = ''): FieldError[] {
  return errors.flatMap((error) => {
    const pointer = `${at}/${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, detail]) => ({ pointer, code: codeOf(rule, error.value), detail }));
    return [...own, ...flatten(error.children ?? [], pointer)];
  });
}

/** A field that is not there breaks every rule; which of them was asked first says nothing to the reader. */
function codeOf(rule: string, value: unknown): string {
  const missing = (value === undefined || value === null) && rule !== 'whitelistValidation';
  return `platform.field-${missing ? 'is-defined' : kebab(rule)}`;
}

function kebab(rule: string): string {
  return rule.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
