import { Controller, Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { notFound } from '#kernel';
import { Require, PageRequest } from '#platform';
import { Mailbox } from '../reads/mailbox.js';
import { asMailPage, type WithHeaders } from './mail-page.js';
import { MailboxResponse, MailResponse, MailSummaryResponse } from './responses/mail.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('notifications.mail') });

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
    asMailPage(reply);
    return html;
  }

  /** One mail with its bodies. */
  @Get(':id')
  async one(@Param('id', uuid) id: string): Promise<MailResponse> {
    return MailResponse.whole(await this.mailbox.byId(id));
  }
}
