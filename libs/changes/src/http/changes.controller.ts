import { Body, Controller, Get, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { etag, Require } from '#platform';
import { NamedTicket, type TicketTarget } from '#tickets';
import { ChangePage } from '../reads/change-page.js';
import { DraftChange } from '../use-cases/draft-change.js';
import { EditChange } from '../use-cases/edit-change.js';
import { changeFields } from './change-fields.js';
import { DraftChangeRequest } from './requests/draft-change.request.js';
import { EditChangeRequest } from './requests/edit-change.request.js';
import { ChangeResponse } from './responses/change.response.js';

/** What a response must be able to do to carry a header. */
export interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** Sends the change with its version as ETag. */
export function withEtag(change: ChangeResponse, reply: WithHeaders): ChangeResponse {
  reply.header('etag', etag(change.version));
  return change;
}

/** Writing down changes. `id` is an id or a number. */
@Controller('changes')
export class ChangesController {
  constructor(
    private readonly page: ChangePage,
    private readonly draftChange: DraftChange,
    private readonly editChange: EditChange,
  ) {}

  /** Asks for a change: in plain words, or with everything that staff knows of it already. */
  @Post()
  @Require('change.draft')
  async draft(
    @CurrentActor() actor: Actor,
    @Body() { title, description, requesterId, ...fields }: DraftChangeRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    const id = await this.draftChange.execute(actor, { ...changeFields(fields), title, description, requesterId });
    return withEtag(await this.page.read(actor, id), reply);
  }

  /** One change as one document. Its version stands in the ETag. */
  @Get(':id')
  @Require('ticket.read')
  @ApiParam({ name: 'id', type: String, description: 'Id or number of the change.' })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    return withEtag(await this.page.read(actor, id), reply);
  }

  /** Writes the document. `If-Match` is held against the version where it is sent. */
  @Patch(':id')
  @Require('ticket.read')
  @ApiParam({ name: 'id', type: String, description: 'Id or number of the change.' })
  async edit(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: EditChangeRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    const { title, description, ...fields } = request;
    const id = await this.editChange.execute(actor, target, { ...changeFields(fields), title, description });
    return withEtag(await this.page.read(actor, id), reply);
  }
}
