import { Body, Controller, Get, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Require, Texts } from '#platform';
import { NamedTicket, type TicketTarget } from '#tickets';
import { RISK_QUESTIONS } from '../domain/risk.js';
import { DraftChange } from '../use-cases/draft-change.js';
import { EditChange } from '../use-cases/edit-change.js';
import { ChangeAnswer, type WithHeaders } from './change-answer.js';
import { changeFields } from './change-fields.js';
import { DraftChangeRequest } from './requests/draft-change.request.js';
import { EditChangeRequest } from './requests/edit-change.request.js';
import { ChangeResponse } from './responses/change.response.js';
import { RiskQuestionsResponse } from './responses/risk-questions.response.js';

/** Writing down changes. `id` is an id or a number. */
@Controller('changes')
export class ChangesController {
  constructor(
    private readonly answer: ChangeAnswer,
    private readonly draftChange: DraftChange,
    private readonly editChange: EditChange,
    private readonly texts: Texts,
  ) {}

  /** Asks for a change: in plain words, or with everything that staff knows of it already. */
  @Post()
  @Require('change.draft')
  async draft(
    @CurrentActor() actor: Actor,
    @Body() { title, description, requesterId, templateId, ...fields }: DraftChangeRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    const id = await this.draftChange.execute(actor, { ...changeFields(fields), title, description, requesterId, templateId });
    return this.answer.send(actor, id, reply);
  }

  /** The questions of risk with their answers, in the reader's language. */
  @Get('risk-questions')
  @Require('ticket.read')
  questions(@CurrentActor() { locale }: Actor): RiskQuestionsResponse {
    return {
      items: RISK_QUESTIONS.map(({ code, side, answers }) => ({
        code,
        side,
        text: this.texts.say(locale, `changes.risk.${code}`),
        answers: Object.entries(answers).map(([answer, score]) => ({
          code: answer,
          score,
          text: this.texts.say(locale, `changes.risk.${code}.${answer}`),
        })),
      })),
    };
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
    return this.answer.send(actor, id, reply);
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
    const { title, description, overrideReason, ...fields } = request;
    const id = await this.editChange.execute(actor, target, { ...changeFields(fields), title, description, overrideReason });
    return this.answer.send(actor, id, reply);
  }
}
