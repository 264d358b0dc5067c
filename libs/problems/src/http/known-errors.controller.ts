import { Controller, Get, Param, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { KnownErrors, type KnownErrorView } from '../reads/known-errors.js';
import { KnownErrorsRequest } from './requests/known-errors.request.js';
import { KnownErrorsResponse } from './responses/known-error.response.js';

/** Known errors, offered to whoever types a new incident or answers one. */
@Controller()
export class KnownErrorsController {
  constructor(private readonly errors: KnownErrors) {}

  /** At most five that sound like what is typed; staff reads cause and workaround, others what was written for them. */
  @Get('known-errors')
  @Require('service.read')
  async like(@CurrentActor() actor: Actor, @Query() question: KnownErrorsRequest): Promise<KnownErrorsResponse> {
    return written(await this.errors.like(actor, question));
  }

  /** At most five that sound like this incident, for staff that reads it. */
  @Get('tickets/:id/known-errors')
  @Require('ticket.desk')
  async likeTicket(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<KnownErrorsResponse> {
    return written(await this.errors.likeTicket(actor, id));
  }
}

const written = (items: readonly KnownErrorView[]): KnownErrorsResponse => ({
  items: items.map(({ problem, title, workaround, rootCause, service }) => ({
    problem: problem && { ...problem },
    ...{ title, workaround, rootCause },
    service: service && { ...service },
  })),
});
