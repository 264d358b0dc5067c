import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { RatingOfTicket } from '../reads/rating-of-ticket.js';
import { RateTicket } from '../use-cases/rate-ticket.js';
import { RateRequest } from './requests/rate.request.js';
import { RatingPageResponse, RatingResponse } from './responses/rating.response.js';

@ApiTags('ratings')
@Controller('tickets/:id/rating')
export class TicketRatingController {
  constructor(
    private readonly rateTicket: RateTicket,
    private readonly ratingOfTicket: RatingOfTicket,
  ) {}

  /** The rating of a ticket, its history, and whether the actor may give or change it now. */
  @Get()
  @Require('ticket.read')
  async read(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<RatingPageResponse> {
    return RatingPageResponse.from(await this.ratingOfTicket.page(actor, id));
  }

  /** Rates the help; said again within 72 hours, it changes the answer. */
  @Post()
  @Require('rating.give')
  async rate(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: RateRequest): Promise<RatingResponse> {
    return RatingResponse.from(await this.rateTicket.execute(actor, { ticket: id, value: body.value, comment: body.comment }));
  }

  /** Changes the rating, or adds a word of why. */
  @Put()
  @Require('rating.give')
  async change(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: RateRequest): Promise<RatingResponse> {
    return RatingResponse.from(await this.rateTicket.execute(actor, { ticket: id, value: body.value, comment: body.comment }));
  }
}
