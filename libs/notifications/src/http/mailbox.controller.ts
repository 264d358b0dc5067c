import { Controller, Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { notFound } from '#kernel';
import { Require, PageRequest } from '#platform';
import { Mailbox } from '../reads/mailbox.js';
import { MailboxResponse, MailResponse, MailSummaryResponse } from './responses/mail.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('notifications.mail') });

/** The mail's own style elements and attributes hold, and nothing else in it does anything. */
const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`,
  'x-frame-options': 'SAMEORIGIN',
  'origin-agent-cluster': '?0',
  'cache-control': 'private, no-store',
};

interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** Mail that the product has written: where no mail server is set up, the only place to read it. */
@ApiTags('mailbox')
@Controller('mailbox')
@Require('admin.mailbox')
export class MailboxController {
  constructor(private readonly mailbox: Mailbox) {}

  /** The mails, newest first. */
  @Get()
  async list(@Query() { cursor, limit }: PageRequest): Promise<MailboxResponse> {
    const { items, nextCursor } = await this.mailbox.page(cursor, limit);
    return { items: items.map((mail) => MailSummaryResponse.of(mail)), nextCursor };
  }

  /** The HTML of a mail as its reader sees it: styled by its own marks, without scripts, and framed by this product only. */
  @Get(':id/page')
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  async page(@Param('id', uuid) id: string, @Res({ passthrough: true }) reply: WithHeaders): Promise<string> {
    const { html } = await this.mailbox.byId(id);
    for (const [name, value] of Object.entries(PAGE_HEADERS)) reply.header(name, value);
    return html;
  }

  /** One mail with its bodies. */
  @Get(':id')
  async one(@Param('id', uuid) id: string): Promise<MailResponse> {
    return MailResponse.whole(await this.mailbox.byId(id));
  }
}
