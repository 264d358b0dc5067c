import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { NamedTicket, type TicketTarget } from '#tickets';
import { ScheduleChange } from '../use-cases/schedule-change.js';
import { RescheduleChange } from '../use-cases/reschedule-change.js';
import { CancelChange } from '../use-cases/cancel-change.js';
import { CloneChange } from '../use-cases/clone-change.js';
import { ChangeAnswer, type WithHeaders } from './change-answer.js';
import { PlaceRequest, ReasonRequest, RescheduleRequest } from './requests/move-change.request.js';
import { windowField } from './window-field.js';
import { ChangeResponse } from './responses/change.response.js';

/** The place of a change in the calendar, and giving it up. */
@Controller('changes/:id')
@ApiParam({ name: 'id', type: String, description: 'Id or number of the change.' })
@Require('ticket.read')
export class ChangePlacingController {
  constructor(
    private readonly answer: ChangeAnswer,
    private readonly scheduleChange: ScheduleChange,
    private readonly rescheduleChange: RescheduleChange,
    private readonly cancelChange: CancelChange,
    private readonly cloneChange: CloneChange,
  ) {}

  /** Puts a standard change into the calendar. */
  @Post('schedule')
  @HttpCode(200)
  async schedule(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: PlaceRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    return this.answer.send(actor, await this.scheduleChange.execute(actor, target, request.overrideReason ?? null), reply);
  }

  /** Moves a scheduled change; outside the tolerance authority is asked for anew. */
  @Post('reschedule')
  @HttpCode(200)
  async reschedule(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: RescheduleRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    return this.answer.send(
      actor,
      await this.rescheduleChange.execute(actor, target, windowField(request), request.overrideReason ?? null),
      reply,
    );
  }

  /** Gives it up before it is carried out. */
  @Post('cancellation')
  @HttpCode(200)
  async cancel(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: ReasonRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    return this.answer.send(actor, await this.cancelChange.execute(actor, target, request.reason), reply);
  }

  /** Takes a rejected or cancelled change up again; answers the new draft. */
  @Post('clone')
  @HttpCode(200)
  async clone(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    return this.answer.send(actor, await this.cloneChange.execute(actor, target), reply);
  }
}
