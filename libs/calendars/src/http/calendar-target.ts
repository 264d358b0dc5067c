import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { notFound } from '#kernel';

/** The calendar that the path names, and the state of its draft that the request knows (`If-Match`). */
export interface Target {
  readonly id: string;
  readonly ifMatch: string | undefined;
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

interface NamingRequest {
  readonly params: { readonly id?: string };
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export const CalendarTarget = createParamDecorator((_data: unknown, context: ExecutionContext): Target => {
  const { params, headers } = context.switchToHttp().getRequest<NamingRequest>();
  const ifMatch = headers['if-match'];
  if (!params.id || !UUID.test(params.id)) throw notFound('calendars');
  return { id: params.id, ifMatch: Array.isArray(ifMatch) ? ifMatch.join(',') : ifMatch };
});
