import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { RaiseChange } from '../use-cases/raise-change.js';
import { ChangeAnswer, type WithHeaders } from './change-answer.js';
import { changeFields } from './change-fields.js';
import { RaiseChangeRequest } from './requests/raise-change.request.js';
import { ChangeResponse } from './responses/change.response.js';

/** Raising a change from a ticket that it is to resolve. */
@Controller('tickets/:id/change')
@Require('ticket.read')
export class RaiseChangeController {
  constructor(
    private readonly answer: ChangeAnswer,
    private readonly raiseChange: RaiseChange,
  ) {}

  /** For staff who read the ticket; the two are linked, and title, words, service and devices come along where none are given. */
  @Post()
  async raise(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { title, description, templateId, ...fields }: RaiseChangeRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    const wanted = { ...changeFields(fields), title, description, templateId };
    return this.answer.send(actor, await this.raiseChange.execute(actor, id, wanted), reply);
  }
}
