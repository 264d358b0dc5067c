import { Controller, Get } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { HandOverPeople } from './hand-over-people.js';
import { HandOverPeopleResponse } from './hand-over.response.js';

/**
 * Handing over the open work of somebody who is away or leaves. The work itself goes as it goes otherwise: incidents by
 * `POST /incidents/batches`, a problem by its assignment, a change by its document.
 */
@Controller('hand-over')
@Require('ticket.work')
export class HandOverController {
  constructor(private readonly handOver: HandOverPeople) {}

  /** Whose incidents, problems and changes the reader may hand over, with how many there are. */
  @Get('people')
  async people(@CurrentActor() actor: Actor): Promise<HandOverPeopleResponse> {
    return this.handOver.read(actor);
  }
}
