import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { DomainError } from '#kernel';
import type { Observable } from 'rxjs';

/** Fields sent to a route that takes none are refused as unknown fields of a body are: who sends them expects something of them. */
@Injectable()
export class UnaskedBody implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { body } = context.switchToHttp().getRequest<{ readonly body?: unknown }>();
    const fields = body !== null && typeof body === 'object' ? Object.keys(body) : [];
    if (fields.length > 0 && !takesBody(context)) {
      const refused = fields.slice(0, 20).map((field) => ({ pointer: `/${field}`, code: 'platform.field-whitelist-validation' }));
      throw new DomainError('platform.validation-failed', {}, 'invalid', refused);
    }
    return next.handle();
  }
}

function takesBody(context: ExecutionContext): boolean {
  const taken = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ?? {}) as Record<string, unknown>;
  return Object.keys(taken).some((key) => Number(key.split(':')[0]) === Number(RouteParamtypes.BODY));
}
