export { RatingsModule } from './ratings.module.js';
export { CreateRatingLink, type CreatedRatingLink } from './use-cases/create-rating-link.js';
export { RATING_VALUES, type RatingValue, valueOf } from './domain/rating.js';
export { ratingsSchemas } from './store/rating.schema.js';
export { type ImportedRating, importRatings } from './store/import-ratings.js';
