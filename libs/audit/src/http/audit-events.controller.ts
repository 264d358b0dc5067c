import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { DomainError, type Instant, parseInstant } from '#kernel';
import { Require } from '#platform';
import { AuditEventExport } from '../reads/audit-event-export.js';
import { AuditEvents } from '../reads/audit-events.js';
import { ExportAuditEventsRequest, FindAuditEventsRequest } from './requests/find-audit-events.request.js';
import { AuditEventResponse, AuditEventsResponse } from './responses/audit-events.response.js';

/** The event log, for auditors and administrators. */
@ApiTags('audit')
@Controller('audit-events')
@Require('audit.read')
export class AuditEventsController {
  constructor(
    private readonly events: AuditEvents,
    private readonly exports: AuditEventExport,
  ) {}

  /** Events, newest first. */
  @Get()
  async list(@Query() { from, to, ...query }: FindAuditEventsRequest): Promise<AuditEventsResponse> {
    const page = await this.events.page({ ...query, from: instantOf('from', from), to: instantOf('to', to) });
    return { items: page.items.map((item) => AuditEventResponse.of(item)), nextCursor: page.nextCursor };
  }

  /** The same list as a file; one that cannot hold all of it says so in its last row. No formula in it runs. */
  @Get('export')
  async export(
    @CurrentActor() { locale }: Actor,
    @Query() { from, to, format, ...query }: ExportAuditEventsRequest,
  ): Promise<StreamableFile> {
    return this.exports.file(locale, { ...query, from: instantOf('from', from), to: instantOf('to', to) }, format);
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
