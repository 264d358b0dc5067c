import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { instantField, Require } from '#platform';
import { TicketView } from '../reads/ticket-view.js';
import { PutAside } from '../use-cases/put-aside.js';
import { ReplyToChildren } from '../use-cases/reply-to-children.js';
import { PutAsideRequest, ReplyToChildrenRequest } from './requests/put-aside.request.js';
import { ChildrenRepliedResponse } from './responses/conversation.response.js';
import { TicketResponse } from './responses/ticket.response.js';

/** One answer to all children of a ticket, and a ticket that is put aside for a while: for those who work on it. */
@Controller('tickets/:id')
@Require('ticket.read')
export class TicketFamilyController {
  constructor(
    private readonly view: TicketView,
    private readonly putAside: PutAside,
    private readonly replyToChildren: ReplyToChildren,
  ) {}

  /** A public reply on each open child that the actor works on. */
  @Post('children/replies')
  async reply(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { body }: ReplyToChildrenRequest,
  ): Promise<ChildrenRepliedResponse> {
    return { items: await this.replyToChildren.execute(actor, id, body) };
  }

  /** Until a day, at most a year ahead; its assignee is reminded then. The clocks run on. */
  @Put('aside')
  async aside(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { until, note }: PutAsideRequest): Promise<TicketResponse> {
    await this.putAside.execute(actor, id, instantField(until, 'until')!, note === undefined || note === '' ? null : note);
    return this.view.read(actor, id);
  }

  @Delete('aside')
  @HttpCode(204)
  async takeUp(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.putAside.undo(actor, id);
  }
}
