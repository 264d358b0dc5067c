import { formatInstant } from '#kernel';
import type { RatingView } from '#tickets';
import type { RatingPage } from '../../reads/rating-of-ticket.js';

export class RatingResponse {
  id: string;
  value: 'bad' | 'satisfactory' | 'good';
  comment: string | null;
  /** When it was given, or last changed. */
  at: string;
  changeableUntil: string;
  channel: string;
  /** The ticket is still resolved: reopening is offered beside "bad". */
  mayReopen: boolean;
  /** The ticket is closed: a linked follow-up is offered. */
  mayFollowUp: boolean;

  static from(view: RatingView): RatingResponse {
    return { ...view, at: formatInstant(view.at), changeableUntil: formatInstant(view.changeableUntil) };
  }
}

export class RatingEntryResponse {
  /** Each reopening of the ticket begins another cycle; figures count the latest. */
  cycle: number;
  at: string;
  value: 'bad' | 'satisfactory' | 'good';
  comment: string | null;
  channel: string;
}

export class RatingPageResponse {
  rating: RatingResponse | null;
  /** Every value that was given, of all cycles, oldest first. */
  history: RatingEntryResponse[];
  canRate: boolean;
  rateUntil: string | null;

  static from(page: RatingPage): RatingPageResponse {
    return {
      rating: page.rating && RatingResponse.from(page.rating),
      history: page.history.map((entry) => ({ ...entry, at: formatInstant(entry.at) })),
      canRate: page.canRate,
      rateUntil: page.rateUntil === null ? null : formatInstant(page.rateUntil),
    };
  }
}

export class RatingLinkResponse {
  ticketNumber: string;
  /** Null once the link has expired. */
  title: string | null;
  /** The marked face; what was recorded where the link is used. */
  value: 'bad' | 'satisfactory' | 'good' | null;
  state: 'open' | 'used' | 'expired';
  locale: 'lv' | 'en';
}
