import { randomUUID } from 'node:crypto';
import type { DomainEvent, Instant } from '#kernel';
import { ts, type Tx } from '#platform';
import { type RatingChannel, type RatingValue, scoreOf } from '../domain/rating.js';

/** A rating that was given in the past, with the facts of its ticket at the resolution. */
export interface ImportedRating {
  readonly ticketId: string;
  readonly raterId: string;
  readonly value: RatingValue;
  readonly channel: RatingChannel;
  readonly at: Instant;
  readonly institutionId: string;
  readonly serviceId: string | null;
  readonly resolverGroupId: string | null;
  readonly resolverId: string | null;
}

/** Inserts ratings of first cycles in one statement. Answers their events, which are the importer's to append, marked as imported. */
export async function importRatings(tx: Tx, ratings: readonly ImportedRating[]): Promise<DomainEvent[]> {
  const rows = ratings.map((rating) => ({ ...rating, id: randomUUID(), score: scoreOf(rating.value), at: ts(rating.at) }));
  await tx.execute(
    `with given as (
       select * from jsonb_to_recordset($1::jsonb) as r(id uuid, "ticketId" uuid, "raterId" uuid, score smallint, channel text, at timestamptz)
     ), kept as (
       insert into ratings.rating (id, ticket_id, cycle, rater_id, value, comment, channel, rated_at)
       select id, "ticketId", 1, "raterId", score, null, channel, at from given
     )
     insert into ratings.rating_entry (rating_id, at, value, comment, channel) select id, at, score, null, channel from given`,
    [JSON.stringify(rows)],
  );
  return ratings.map(({ ticketId, raterId, value, channel, at, institutionId, serviceId, resolverGroupId, resolverId }, nth) => ({
    type: 'ratings.rated',
    version: 1,
    subject: { type: 'ticket', id: ticketId },
    actorId: raterId,
    at,
    payload: {
      ratingId: rows[nth]!.id,
      value: scoreOf(value),
      cycle: 1,
      raterId,
      channel,
      institutionId,
      serviceId,
      groupId: resolverGroupId,
      resolverId,
      first: true,
    },
  }));
}
