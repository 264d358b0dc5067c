import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DomainError, type Instant, parseInstant } from '#kernel';
import { Require } from '#platform';
import { AuditEvents } from '../reads/audit-events.js';
import { FindAuditEventsRequest } from './requests/find-audit-events.request.js';
import { AuditEventResponse, AuditEventsResponse } from './responses/audit-events.response.js';

/** The event log, for auditors and administrators. */
@ApiTags('audit')
@Controller('audit-events')
@Require('audit.read')
export class AuditEventsController {
  constructor(private readonly events: AuditEvents) {}

  /** Events, newest first. */
  @Get()
  async list(@Query() { from, to, ...query }: FindAuditEventsRequest): Promise<AuditEventsResponse> {
    const page = await this.events.page({ ...query, from: instantOf('from', from), to: instantOf('to', to) });
    return { items: page.items.map((item) => AuditEventResponse.of(item)), nextCursor: page.nextCursor };
  }
}

function instantOf(name: string, text: string | undefined): Instant | undefined {
  try {
    return text === undefined ? undefined : parseInstant(text);
  } catch {
    const field = { pointer: `/${name}`, code: 'platform.field-is-iso8601' };
    throw new DomainError('platform.validation-failed', {}, 'invalid', [field]);
  }
}
