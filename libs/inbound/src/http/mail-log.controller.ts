import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { downloadDisposition, Require, SAFE_DOWNLOAD_HEADERS } from '#platform';
import { MailLogExport } from '../reads/mail-log-export.js';
import { MailLog } from '../reads/mail-log.js';
import { MailDecisions } from '../use-cases/mail-decisions.js';
import {
  AddMailRequest,
  DiscardMailRequest,
  ExportMailRequest,
  FindMailRequest,
  TicketOfMailRequest,
} from './requests/mail-log.request.js';
import {
  InboundMailDetailResponse,
  InboundMailResponse,
  InboundMailsResponse,
  InboundTicketResponse,
} from './responses/mail-log.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('inbound.mail') });

/** Nothing in a mail does anything but be read, in a frame of this product. */
const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`,
  'x-frame-options': 'SAMEORIGIN',
  'origin-agent-cluster': '?0',
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
};

interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** What became of the mail that came in, and decisions about what waits. */
@ApiTags('mail-log')
@Controller('mail-log')
@Require('mail-log.read', 'ticket.work')
export class MailLogController {
  constructor(
    private readonly log: MailLog,
    private readonly decisions: MailDecisions,
    private readonly exports: MailLogExport,
  ) {}

  /** The mails, newest first. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() { fate, sender, cursor, limit }: FindMailRequest): Promise<InboundMailsResponse> {
    const { items, nextCursor } = await this.log.page(actor, { fates: fate ?? [], sender, cursor, limit });
    return { items: items.map((mail) => InboundMailResponse.of(mail)), nextCursor };
  }

  /** The mails of a list as a file; one that cannot hold all of them says so in its last row. No formula in it runs. */
  @Get('export')
  async export(@CurrentActor() actor: Actor, @Query() { format, fate, sender }: ExportMailRequest): Promise<StreamableFile> {
    return this.exports.file(actor, { fates: fate ?? [], sender }, format);
  }

  /** One mail; with its words for whoever reads mails. */
  @Get(':id')
  async one(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<InboundMailDetailResponse> {
    return InboundMailDetailResponse.whole(await this.log.one(actor, id));
  }

  /** The mail's HTML without anything that acts or loads. */
  @Get(':id/page')
  @Require('ticket.work')
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  async page(@CurrentActor() actor: Actor, @Param('id', uuid) id: string, @Res({ passthrough: true }) reply: WithHeaders): Promise<string> {
    const html = await this.log.html(actor, id);
    for (const [name, value] of Object.entries(PAGE_HEADERS)) reply.header(name, value);
    return `<!doctype html><html><head><meta charset="utf-8"><style>body{margin:20px;font:15px/1.55 sans-serif;color:#14201f;background:#fff;overflow-wrap:anywhere}blockquote{margin:0 0 12px;padding-left:12px;border-left:3px solid #dbe1df}table{border-collapse:collapse}td,th{padding:3px 8px;border:1px solid #dbe1df}</style></head><body>${html}</body></html>`;
  }

  /** The mail as it came, for saving. */
  @Get(':id/source')
  @Require('ticket.work')
  @ApiProduces('message/rfc822')
  async source(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<StreamableFile> {
    const source = await this.log.source(actor, id);
    for (const [name, value] of Object.entries(SAFE_DOWNLOAD_HEADERS)) reply.header(name, value);
    return new StreamableFile(source, { type: 'message/rfc822', disposition: downloadDisposition(`${id}.eml`), length: source.length });
  }

  /** Makes a ticket of a mail that waits. */
  @Post(':id/ticket')
  @Require('ticket.work')
  async ticket(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() body: TicketOfMailRequest,
  ): Promise<InboundTicketResponse> {
    return this.decisions.makeTicket(actor, id, body);
  }

  /** Files a mail that waits with a ticket, as a note. */
  @Post(':id/note')
  @HttpCode(204)
  @Require('ticket.work')
  async note(@CurrentActor() actor: Actor, @Param('id', uuid) id: string, @Body() { ticket }: AddMailRequest): Promise<void> {
    await this.decisions.addToTicket(actor, id, ticket);
  }

  /** Sets a mail that waits aside; it stays in the log. */
  @Post(':id/discard')
  @HttpCode(204)
  @Require('ticket.work')
  async discard(@CurrentActor() actor: Actor, @Param('id', uuid) id: string, @Body() { reason }: DiscardMailRequest): Promise<void> {
    await this.decisions.discard(actor, id, reason);
  }
}
