import { Body, Controller, Get, Headers, Patch, Res } from '@nestjs/common';
import { type Actor, ChangeHistory, ChangeHistoryResponse, CurrentActor } from '#identity';
import { formatInstant, type Instant } from '#kernel';
import { etag, Public, Require } from '#platform';
import { DeskHours } from '../reads/desk-hours.js';
import { CONTACT, CONTACT_ID } from '../store/contact-table.js';
import { KeepContact } from '../use-cases/keep-contact.js';
import { ChangeDeskContactRequest } from './requests/desk-contact.request.js';
import { DeskContactResponse, DeskHoursResponse } from './responses/desk-hours.response.js';

interface WithHeaders {
  header(name: string, value: string): unknown;
}

const written = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

/** When the desk is open and by which number it is reached. */
@Controller()
export class DeskHoursController {
  constructor(
    private readonly hours: DeskHours,
    private readonly keep: KeepContact,
    private readonly history: ChangeHistory,
  ) {}

  /** For everybody: whoever cannot sign in needs the number most. */
  @Get('desk-hours')
  @Public()
  async read(): Promise<DeskHoursResponse> {
    const [{ always, open, until, opensAt, days }, { deskPhone: phone, noteLv, noteEn }] = await Promise.all([
      this.hours.read(),
      this.hours.contact(),
    ]);
    return {
      ...{ always, open, until: written(until), opensAt: written(opensAt) },
      days: days.map(({ windows, name, ...day }) => ({
        ...day,
        windows: windows.map(([from, to]) => ({ from, to })),
        name: name && { ...name },
      })),
      number: phone === null ? null : { phone, noteLv, noteEn },
    };
  }

  @Get('desk-contact')
  @Require('admin.settings')
  async contact(@Res({ passthrough: true }) reply: WithHeaders): Promise<DeskContactResponse> {
    return this.answer(reply);
  }

  /** Changes the fields that it names. `If-Match` is held against the version where it is sent. */
  @Patch('desk-contact')
  @Require('admin.settings')
  async change(
    @CurrentActor() actor: Actor,
    @Body() request: ChangeDeskContactRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<DeskContactResponse> {
    const { phone, ...notes } = request;
    await this.keep.change(actor, { ...notes, ...(phone === undefined ? {} : { deskPhone: phone }) }, ifMatch);
    return this.answer(reply);
  }

  /** What was changed, oldest first. */
  @Get('desk-contact/history')
  @Require('admin.settings')
  async changes(@CurrentActor() actor: Actor): Promise<ChangeHistoryResponse> {
    return { items: await this.history.read(actor.locale, { subject: CONTACT.subject, module: 'catalogue' }, CONTACT_ID) };
  }

  private async answer(reply: WithHeaders): Promise<DeskContactResponse> {
    const [{ deskPhone: phone, noteLv, noteEn, version }, { calendarCode }] = await Promise.all([this.hours.contact(), this.hours.read()]);
    reply.header('etag', etag(version));
    return { phone, noteLv, noteEn, calendarCode, version };
  }
}
