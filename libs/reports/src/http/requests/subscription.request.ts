import { IsIn } from 'class-validator';
import { type Form, FORMS } from '../../store/subscriptions.js';

export class SubscriptionRequest {
  /** As what it comes: a link, or a file with the mail. */
  @IsIn(FORMS)
  form: Form;
}
