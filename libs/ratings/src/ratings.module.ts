import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { TicketsModule } from '#tickets';
import { RatingLinkController } from './http/rating-link.controller.js';
import { TicketRatingController } from './http/ticket-rating.controller.js';
import { RatingLinkPages } from './reads/rating-link-page.js';
import { RatingOfTicket } from './reads/rating-of-ticket.js';
import { RatingLinks } from './store/rating-links.js';
import { Ratings } from './store/ratings.js';
import { CreateRatingLink } from './use-cases/create-rating-link.js';
import { GiveRating } from './use-cases/give-rating.js';
import { RateByLink } from './use-cases/rate-by-link.js';
import { RateTicket } from './use-cases/rate-ticket.js';

@Module({
  imports: [IdentityModule, TicketsModule],
  controllers: [TicketRatingController, RatingLinkController],
  providers: [Ratings, RatingLinks, GiveRating, RateTicket, RateByLink, CreateRatingLink, RatingOfTicket, RatingLinkPages],
  exports: [CreateRatingLink],
})
export class RatingsModule {}
