import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require } from '#platform';
import { PersonTickets } from '../reads/person-tickets.js';
import { PersonTicketsResponse } from './responses/person-tickets.response.js';

const person = new ParseUUIDPipe({ exceptionFactory: () => notFound('identity.person') });

/** The tickets of somebody who calls, for whoever takes the call. */
@Controller('people/:id/tickets')
@Require('people.read')
export class PersonTicketsController {
  constructor(private readonly tickets: PersonTickets) {}

  /** Open and past ones, as far as the actor may see them; nothing for somebody who does not exist. */
  @Get()
  async read(@CurrentActor() actor: Actor, @Param('id', person) id: string): Promise<PersonTicketsResponse> {
    return this.tickets.read(actor, id);
  }
}
