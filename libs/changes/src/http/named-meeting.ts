import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { notFound } from '#kernel';
import type { MeetingTarget } from '../use-cases/run-meeting.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

interface NamingRequest {
  readonly params: { readonly id?: string };
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The meeting that the path names, with the version that the request knows (`If-Match`). */
export const NamedMeeting = createParamDecorator((_data: unknown, context: ExecutionContext): MeetingTarget => {
  const { params, headers } = context.switchToHttp().getRequest<NamingRequest>();
  const { id = '' } = params;
  if (!UUID.test(id)) throw notFound('changes.meeting');
  const ifMatch = headers['if-match'];
  return { id, ifMatch: Array.isArray(ifMatch) ? ifMatch.join(',') : ifMatch };
});
