import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { DomainError, type FieldError } from '#kernel';

/** The pipe of every route: unknown fields are refused, and each fault names its field as a JSON pointer. */
export function requestValidation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new DomainError('platform.validation-failed', {}, 'invalid', flatten(errors as ValidationError[])),
  });
}

function flatten(errors: readonly ValidationError[], at = ''): FieldError[] {
  return errors.flatMap((error) => {
    const pointer = `${at}/${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, detail]) => ({
      pointer,
      code: `platform.field-${kebab(rule)}`,
      detail,
    }));
    return [...own, ...flatten(error.children ?? [], pointer)];
  });
}

function kebab(rule: string): string {
  return rule.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
