import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { ts, type Tx } from '#platform';
import type { PlannedNotice } from '../domain/notice.js';
import { PEOPLE_TOLD } from '../domain/stream-message.js';

/** A notice as it was written. */
export interface WrittenNotice {
  readonly id: string;
  readonly userId: string;
}

/** What a notice is told because of. */
export interface NoticeCause {
  readonly eventId: number;
  /** What the event is about: a ticket, a recount, a template. */
  readonly subjectId: string;
  readonly ticketId: string | null;
}

/** The notices of the bell. */
@Injectable()
export class Notices {
  /** Writes the planned notices and lets open browsers know of the new ones. */
  async tell(tx: Tx, { eventId, subjectId, ticketId }: NoticeCause, planned: readonly PlannedNotice[]): Promise<void> {
    const written = await this.write(tx, ticketId, tx.now, planned);
    if (written.length === 0) return;
    await tx.append({
      type: PEOPLE_TOLD,
      version: 1,
      subject: { type: 'notices', id: subjectId },
      actorId: null,
      payload: { eventId, recipients: Object.fromEntries(written.map(({ userId, id }) => [userId, id])) },
    });
  }

  /** Writes the planned notices, about a ticket or about none; those whose person and key are there already are passed over. Answers the new ones. */
  async write(tx: Tx, ticketId: string | null, at: Instant, planned: readonly PlannedNotice[]): Promise<WrittenNotice[]> {
    if (planned.length === 0) return [];
    const rows = planned.map(({ userId, kind, quiet, dedupeKey, params }) => ({
      id: randomUUID(),
      userId,
      kind,
      quiet,
      key: dedupeKey,
      params,
    }));
    return tx.query<WrittenNotice>(
      `insert into notifications.notice (id, user_id, at, kind, quiet, ticket_id, params, dedupe_key)
       select r.id, r."userId", $2, r.kind, r.quiet, $3, r.params, r.key
       from jsonb_to_recordset($1::jsonb) as r(id uuid, "userId" uuid, kind text, quiet boolean, key text, params jsonb)
       on conflict (user_id, dedupe_key) do nothing
       returning id, user_id as "userId"`,
      [JSON.stringify(rows), ts(at), ticketId],
    );
  }

  /** Marks notices of one person as read: those with the ids, or all where none are named. Others' notices stay as they are. */
  async markRead(tx: Tx, userId: string, ids: readonly string[] | null): Promise<number> {
    return tx.execute(
      `update notifications.notice set read_at = $2 where user_id = $1 and read_at is null and ($3::uuid[] is null or id = any($3::uuid[]))`,
      [userId, ts(tx.now), ids],
    );
  }
}
