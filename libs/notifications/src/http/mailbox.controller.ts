import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { notFound } from '#kernel';
import { Require } from '#platform';
import { Mailbox } from '../reads/mailbox.js';
import { PageRequest } from './requests/page.request.js';
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

  /** One mail with its bodies. */
  @Get(':id')
  async one(@Param('id', uuid) id: string): Promise<MailResponse> {
    return MailResponse.whole(await this.mailbox.byId(id));
  }
}
