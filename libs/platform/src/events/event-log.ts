import { Injectable } from '@nestjs/common';
import { type DomainEvent, type Instant, type RecordedEvent } from '#kernel';
import { Database } from '../database/database.js';
import { ts } from '../database/pg-types.js';
import type { Queryable, Tx } from '../database/transaction.js';
import type { ReactionRegistry } from './reaction-registry.js';

interface EventRow {
  id: number;
  at: Instant;
  type: string;
  version: number;
  subject_type: string;
  subject_id: string;
  actor_id: string | null;
  payload: RecordedEvent['payload'];
  imported: boolean;
}

const COLUMNS = 'id, at, type, version, subject_type, subject_id, actor_id, payload, imported';

/** A row of `platform.event_log` as an event; for queries of other modules that read the log. */
export function eventFromRow(row: EventRow): RecordedEvent {
  const { id, at, type, version, subject_type, subject_id, actor_id, payload, imported } = row;
  return { id, at, type, version, subject: { type: subject_type, id: subject_id }, actorId: actor_id, payload, imported };
}

/**
 * Appends events in one statement, together with one pending row for each reaction that comes after the transaction.
 * Imported events get none: history taken in makes no notices, mails or live updates. Answers the ids, in the order of the events.
 */
export async function appendEvents(
  tx: Tx,
  events: readonly DomainEvent[],
  reactions: ReactionRegistry,
  { imported }: { imported: boolean },
): Promise<number[]> {
  if (events.length === 0) return [];
  const rows = events.map((e, ord) => ({
    ord,
    at: ts(e.at ?? tx.now),
    type: e.type,
    version: e.version,
    st: e.subject.type,
    si: e.subject.id,
    actor: e.actorId,
    payload: e.payload,
    after: imported ? [] : reactions.afterFor(e.type).map((r) => r.name),
  }));
  const stored = await tx.query<{ id: number }>(
    `with incoming as (
       select * from jsonb_to_recordset($1::jsonb) as r(ord int, at timestamptz, type text, version int, st text, si uuid, actor uuid, payload jsonb, after text[])
     ), logged as (
       insert into platform.event_log (at, type, version, subject_type, subject_id, actor_id, payload, imported)
       select at, type, version, st, si, actor, payload, $2 from incoming order by ord
       returning id
     ), numbered as (
       select id, row_number() over (order by id) - 1 as ord from logged
     ), planned as (
       insert into platform.pending_reaction (event_id, reaction)
       select n.id, unnest(i.after) from numbered n join incoming i using (ord)
     )
     select id from numbered order by ord`,
    [JSON.stringify(rows), imported],
    'platform.append-events',
  );
  return stored.map(({ id }) => id);
}

/** Reads of the log. */
@Injectable()
export class EventLog {
  constructor(private readonly database: Database) {}

  /** Everything that happened to one subject, oldest first; in `tx` where given, so that it sees its own writes. */
  async history(subjectType: string, subjectId: string, on: Queryable = this.database): Promise<RecordedEvent[]> {
    const rows = await on.query<EventRow>(
      `select ${COLUMNS} from platform.event_log where subject_type = $1 and subject_id = $2 order by id`,
      [subjectType, subjectId],
    );
    return rows.map(eventFromRow);
  }

  /** The events with these ids, in order of id. */
  async byIds(ids: readonly number[], on: Queryable = this.database): Promise<RecordedEvent[]> {
    const rows = await on.query<EventRow>(`select ${COLUMNS} from platform.event_log where id = any($1::bigint[]) order by id`, [ids]);
    return rows.map(eventFromRow);
  }

  /** Until when a reaction has done its work: now, or the instant of the oldest event that still waits for it. */
  async doneUntil(reaction: string): Promise<Instant> {
    const [row] = await this.database.query<{ at: Instant }>(
      `select coalesce(min(e.recorded_at), clock_timestamp()) as at
       from platform.pending_reaction p join platform.event_log e on e.id = p.event_id where p.reaction = $1`,
      [reaction],
    );
    return row!.at;
  }

  /** Events after `id`, oldest first, at most `limit`. */
  async after(id: number, limit: number): Promise<RecordedEvent[]> {
    const rows = await this.database.query<EventRow>(`select ${COLUMNS} from platform.event_log where id > $1 order by id limit $2`, [
      id,
      limit,
    ]);
    return rows.map(eventFromRow);
  }
}
