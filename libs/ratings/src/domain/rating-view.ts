import type { RatingView } from '#tickets';
import { changeableUntil, type Rating } from './rating.js';

/** A rating as it is shown. "Bad" offers its giver to reopen a resolved ticket, and a linked follow-up of a closed one. */
export function viewOf(rating: Rating, ticketState: string, viewerId: string): RatingView {
  const disappointed = rating.value === 'bad' && rating.raterId === viewerId;
  return {
    id: rating.id,
    value: rating.value,
    comment: rating.comment,
    at: rating.changedAt ?? rating.ratedAt,
    changeableUntil: changeableUntil(rating),
    channel: rating.channel,
    mayReopen: disappointed && ticketState === 'resolved',
    mayFollowUp: disappointed && ticketState === 'closed',
  };
}
