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
    const own = telling(error).map(([rule, detail]) => ({ pointer, code: `platform.field-${kebab(rule)}`, detail }));
    return [...own, ...flatten(error.children ?? [], pointer)];
  });
}

/** Rules about the kind of value; who breaks one of them breaks those about length and range as well. */
const KIND_RULES = [
  'whitelistValidation',
  'isDefined',
  'isString',
  'isInt',
  'isBoolean',
  'isUuid',
  'isArray',
  'isObject',
  'isIn',
  'isNotEmpty',
];

/** The one broken rule that helps the reader most: a field that is missing breaks all, and a number is not "too long". */
function telling({ constraints = {}, value }: ValidationError): [rule: string, detail: string][] {
  const rules = Object.keys(constraints);
  const rule = KIND_RULES.find((kind) => rules.includes(kind)) ?? rules[0];
  if (rule === undefined) return [];
  const missing = (value === undefined || value === null) && rule !== 'whitelistValidation';
  return [[missing ? 'isDefined' : rule, constraints[rule] ?? rule]];
}

function kebab(rule: string): string {
  return rule.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
