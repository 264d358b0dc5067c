import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { RATING_VALUES, type RatingValue } from '../../domain/rating.js';

export class RateRequest {
  /** Which face. */
  @IsIn(RATING_VALUES)
  value: 'bad' | 'satisfactory' | 'good';

  /** A word of why; may come later. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  comment?: string;
}

export class RatingLinkRequest {
  /** The face that the link in the mail stands for; marked on the page, recorded by its button alone. */
  @IsOptional()
  @IsIn(RATING_VALUES)
  v?: RatingValue;
}
