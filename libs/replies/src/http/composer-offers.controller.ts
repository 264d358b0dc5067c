import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { AnswersForTicket } from '../reads/answers-for-ticket.js';
import { Colleagues } from '../reads/colleagues.js';
import { TicketAnswersRequest } from './requests/answer.request.js';
import { ColleaguesRequest } from './requests/composer.request.js';
import { TicketAnswersResponse } from './responses/answer.response.js';
import { ColleaguesResponse } from './responses/composer.response.js';

const NAMED = { name: 'id', type: String, description: 'Id or number of the ticket.' };

/** What whoever types on a ticket is offered. */
@ApiTags('composer')
@Controller('tickets/:id')
export class ComposerOffersController {
  constructor(
    private readonly answers: AnswersForTicket,
    private readonly colleagues: Colleagues,
  ) {}

  /** Answers kept ready, filled with what this ticket says. */
  @Get('answers')
  @Require('answer.write')
  @ApiParam(NAMED)
  async offered(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() request: TicketAnswersRequest,
  ): Promise<TicketAnswersResponse> {
    const { language, items } = await this.answers.find(actor, id, request);
    return {
      language,
      items: items.map(({ answer, textLv, textEn }) => {
        const { id: answerId, name, scope, resolutionCode } = answer;
        return { id: answerId, name, scope, textLv, textEn, resolutionCode };
      }),
    };
  }

  /** Colleagues whom a note may name with `@`: those who read it. */
  @Get('colleagues')
  @Require('ticket.desk')
  @ApiParam(NAMED)
  async named(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() { q = '' }: ColleaguesRequest): Promise<ColleaguesResponse> {
    return { items: (await this.colleagues.named(actor, id, q)).map((person) => ({ ...person })) };
  }
}
