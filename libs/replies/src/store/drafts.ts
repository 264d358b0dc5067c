import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, ts, type Tx } from '#platform';
import type { Draft, DraftKind } from '../domain/draft.js';

const COLUMNS = `d.kind, d.body, d.after_comment_id as "afterCommentId", d.revision, d.saved_at as "savedAt"`;

/** Drafts: one for each person, ticket and kind; nobody but their writer reads them. */
@Injectable()
export class Drafts {
  constructor(private readonly database: Database) {}

  async of(userId: string, ticketId: string): Promise<Draft[]> {
    return this.database.query<Draft>(`select ${COLUMNS} from replies.draft d where d.user_id = $1 and d.ticket_id = $2`, [
      userId,
      ticketId,
    ]);
  }

  /** The draft under lock. Where there is none, another save of the same one waits all the same: the key is locked. */
  async lock(tx: Tx, userId: string, ticketId: string, kind: DraftKind): Promise<Draft | undefined> {
    await tx.execute(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`draft:${userId}:${ticketId}:${kind}`]);
    const [row] = await tx.query<Draft>(
      `select ${COLUMNS} from replies.draft d where d.user_id = $1 and d.ticket_id = $2 and d.kind = $3 for update`,
      [userId, ticketId, kind],
    );
    return row;
  }

  async save(
    tx: Tx,
    userId: string,
    ticketId: string,
    { kind, body, afterCommentId }: Pick<Draft, 'kind' | 'body' | 'afterCommentId'>,
  ): Promise<Draft> {
    const revision = randomUUID();
    await tx.execute(
      `insert into replies.draft (user_id, ticket_id, kind, body, after_comment_id, revision, saved_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (user_id, ticket_id, kind) do update set body = excluded.body, after_comment_id = excluded.after_comment_id,
         revision = excluded.revision, saved_at = excluded.saved_at`,
      [userId, ticketId, kind, body, afterCommentId, revision, ts(tx.now)],
    );
    return { kind, body, afterCommentId, revision, savedAt: tx.now };
  }

  async discard(tx: Tx, userId: string, ticketId: string, kind: DraftKind): Promise<void> {
    await tx.execute(`delete from replies.draft where user_id = $1 and ticket_id = $2 and kind = $3`, [userId, ticketId, kind]);
  }

  /** Deletes a draft of which `sent` says everything from its first word: what says more or something else stays. */
  async discardSent(tx: Tx, userId: string, ticketId: string, kind: DraftKind, sent: string): Promise<void> {
    await tx.execute(
      `delete from replies.draft where user_id = $1 and ticket_id = $2 and kind = $3 and starts_with($4, btrim(body, E' \\n\\r\\t'))`,
      [userId, ticketId, kind, sent],
    );
  }
}
