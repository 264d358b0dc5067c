import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require } from '#platform';
import { NamedTicket, type TicketTarget } from '#tickets';
import { AnswerConcurrence } from '../use-cases/answer-concurrence.js';
import { AskConcurrence } from '../use-cases/ask-concurrence.js';
import { ChangeAnswer, type WithHeaders } from './change-answer.js';
import { AnswerConcurrenceRequest, AskConcurrenceRequest } from './requests/move-change.request.js';
import { ChangeResponse } from './responses/change.response.js';

const concurrence = new ParseUUIDPipe({ exceptionFactory: () => notFound('changes.concurrence') });

/** Bodies outside the Centre that are asked to concur (DOMAIN A17). */
@Controller('changes/:id/concurrences')
@ApiParam({ name: 'id', type: String, description: 'Id or number of the change.' })
@Require('ticket.read')
export class ConcurrencesController {
  constructor(
    private readonly answer: ChangeAnswer,
    private readonly askConcurrence: AskConcurrence,
    private readonly answerConcurrence: AnswerConcurrence,
  ) {}

  /** Keeps that somebody was asked; he has a month. */
  @Post()
  async ask(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() { body, askedOn, document }: AskConcurrenceRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    const id = await this.askConcurrence.execute(actor, target, body, askedOn ?? null, document ?? null);
    return this.answer.send(actor, id, reply);
  }

  /** Keeps what was answered. */
  @Post(':concurrenceId/answer')
  @HttpCode(200)
  async record(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Param('concurrenceId', concurrence) concurrenceId: string,
    @Body() { granted, answeredOn, note, document }: AnswerConcurrenceRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    const given = { granted, answeredOn: answeredOn ?? null, note: note ?? null, document: document ?? null };
    return this.answer.send(actor, await this.answerConcurrence.execute(actor, target, concurrenceId, given), reply);
  }
}
