import { Module } from '@nestjs/common';
import { CalendarsModule } from '#calendars';
import { IdentityModule } from '#identity';
import { TicketsModule } from '#tickets';
import { FollowUpController } from './http/follow-up.controller.js';
import { RatingLinkController } from './http/rating-link.controller.js';
import { RatingListController } from './http/rating-list.controller.js';
import { TicketRatingController } from './http/ticket-rating.controller.js';
import { RemindOfFollowUpsJob } from './jobs/remind-of-follow-ups.js';
import { FollowUpExport } from './reads/follow-up-export.js';
import { FollowUpLists } from './reads/follow-up-list.js';
import { RatingLinkPages } from './reads/rating-link-page.js';
import { RatingListExport } from './reads/rating-list-export.js';
import { RatingLists } from './reads/rating-list.js';
import { RatingOfTicket } from './reads/rating-of-ticket.js';
import { FollowUps } from './store/follow-ups.js';
import { RatingLinks } from './store/rating-links.js';
import { Ratings } from './store/ratings.js';
import { CompleteFollowUp } from './use-cases/complete-follow-up.js';
import { CreateRatingLink } from './use-cases/create-rating-link.js';
import { GiveRating } from './use-cases/give-rating.js';
import { KeepFollowUp } from './use-cases/keep-follow-up.js';
import { RateByLink } from './use-cases/rate-by-link.js';
import { RateTicket } from './use-cases/rate-ticket.js';
import { RemindOfFollowUps } from './use-cases/remind-of-follow-ups.js';

const STORE = [Ratings, RatingLinks, FollowUps];
const READS = [RatingOfTicket, RatingLinkPages, RatingListExport, RatingLists, FollowUpExport, FollowUpLists];
const USE_CASES = [GiveRating, RateTicket, RateByLink, CreateRatingLink, KeepFollowUp, CompleteFollowUp, RemindOfFollowUps];

@Module({
  imports: [CalendarsModule, IdentityModule, TicketsModule],
  controllers: [TicketRatingController, RatingLinkController, RatingListController, FollowUpController],
  providers: [...STORE, ...READS, ...USE_CASES, RemindOfFollowUpsJob],
  exports: [CreateRatingLink],
})
export class RatingsModule {}
