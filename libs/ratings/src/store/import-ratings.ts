import { randomUUID } from 'node:crypto';
import type { DomainEvent, Instant } from '#kernel';
import { ts, type Tx } from '#platform';
import { type RatingChannel, type RatingValue, scoreOf } from '../domain/rating.js';

/** What was done about a bad rating of the past; open where nobody has. */
export interface ImportedFollowUp {
  readonly dueAt: Instant;
  readonly done: { readonly by: string; readonly at: Instant; readonly note: string; readonly contacted: boolean } | null;
}

/** A rating that was given in the past, with the facts of its ticket at the resolution. */
export interface ImportedRating {
  readonly ticketId: string;
  readonly raterId: string;
  readonly value: RatingValue;
  readonly channel: RatingChannel;
  readonly at: Instant;
  readonly comment?: string | null;
  /** What the lead did, or has still to do, about a bad one. */
  readonly followUp?: ImportedFollowUp | null;
  readonly institutionId: string;
  readonly serviceId: string | null;
  readonly resolverGroupId: string | null;
  readonly resolverId: string | null;
}

/** Inserts ratings of first cycles with their follow-ups. Answers their events, which are the importer's to append, marked as imported. */
export async function importRatings(tx: Tx, ratings: readonly ImportedRating[]): Promise<DomainEvent[]> {
  const rows = ratings.map(({ comment = null, followUp = null, ...rating }) => ({
    ...rating,
    comment,
    followUp,
    id: randomUUID(),
    score: scoreOf(rating.value),
    at: ts(rating.at),
  }));
  await tx.execute(
    `with given as (
       select * from jsonb_to_recordset($1::jsonb)
         as r(id uuid, "ticketId" uuid, "raterId" uuid, "resolverGroupId" uuid, score smallint, comment text, channel text, at timestamptz)
     ), kept as (
       insert into ratings.rating (id, ticket_id, cycle, rater_id, group_id, value, comment, channel, rated_at)
       select id, "ticketId", 1, "raterId", "resolverGroupId", score, comment, channel, at from given
     )
     insert into ratings.rating_entry (rating_id, at, value, comment, channel) select id, at, score, comment, channel from given`,
    [JSON.stringify(rows)],
  );
  await importFollowUps(
    tx,
    rows.flatMap(({ id, ticketId, resolverGroupId, at, followUp }) =>
      followUp && resolverGroupId
        ? [{ id: randomUUID(), ratingId: id, ticketId, groupId: resolverGroupId, openedAt: at, ...row(followUp) }]
        : [],
    ),
  );
  return ratings.map((rating, nth) => eventOf(rating, rows[nth]!.id));
}

function row({ dueAt, done }: ImportedFollowUp) {
  return {
    dueAt: ts(dueAt),
    state: done ? 'done' : 'open',
    contacted: done?.contacted ?? null,
    note: done?.note ?? null,
    closedBy: done?.by ?? null,
    closedAt: done ? ts(done.at) : null,
  };
}

async function importFollowUps(tx: Tx, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `insert into ratings.follow_up (id, rating_id, ticket_id, group_id, opened_at, due_at, state, contacted, note, closed_by, closed_at)
     select id, "ratingId", "ticketId", "groupId", "openedAt", "dueAt", state, contacted, note, "closedBy", "closedAt"
     from jsonb_to_recordset($1::jsonb) as f(id uuid, "ratingId" uuid, "ticketId" uuid, "groupId" uuid, "openedAt" timestamptz, "dueAt" timestamptz,
       state text, contacted boolean, note text, "closedBy" uuid, "closedAt" timestamptz)`,
    [JSON.stringify(rows)],
  );
}

function eventOf(rating: ImportedRating, ratingId: string): DomainEvent {
  const { ticketId, raterId, value, channel, at, institutionId, serviceId, resolverGroupId, resolverId } = rating;
  return {
    type: 'ratings.rated',
    version: 1,
    subject: { type: 'ticket', id: ticketId },
    actorId: raterId,
    at,
    payload: {
      ratingId,
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
  };
}
