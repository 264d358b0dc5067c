import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { TicketTarget } from '../store/lock-ticket.js';

interface NamingRequest {
  readonly params: { readonly id?: string };
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The ticket that the path names, with the version that the request knows (`If-Match`). */
export const NamedTicket = createParamDecorator((_data: unknown, context: ExecutionContext): TicketTarget => {
  const { params, headers } = context.switchToHttp().getRequest<NamingRequest>();
  const ifMatch = headers['if-match'];
  return { key: params.id ?? '', ifMatch: Array.isArray(ifMatch) ? ifMatch.join(',') : ifMatch };
});
