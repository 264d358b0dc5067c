export { RatingsModule } from './ratings.module.js';
export { RateTicket } from './use-cases/rate-ticket.js';
export { CreateRatingLink, type CreatedRatingLink } from './use-cases/create-rating-link.js';
export { RATING_VALUES, type RatingValue, valueOf } from './domain/rating.js';
export { dueAt as followUpDueAt } from './domain/follow-up.js';
export { ratingsSchemas } from './store/rating.schema.js';
export { type ImportedFollowUp, type ImportedRating, importRatings } from './store/import-ratings.js';
