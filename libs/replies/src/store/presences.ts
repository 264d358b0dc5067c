import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '#platform';
import type { DraftKind } from '../domain/draft.js';
import { PRESENCE_SECONDS, type Present } from '../domain/presence.js';

/** Between so many seconds and so many after he began: one of the words that a browser says every ten. */
const TOLD_AGAIN_SECONDS = [15, 5] as const;

/** What is long over is cleared away by whoever comes next, a little at a time. */
const CLEARED_AT_ONCE = 50;

/**
 * Who is typing where. It is told by the second and forgotten: a statement each, no transaction of the event log, and the time is the
 * database's, so that processes whose clocks differ agree.
 */
@Injectable()
export class Presences {
  constructor(private readonly database: Database) {}

  /**
   * Says that somebody is typing. Answers whether others should be told: he was not, or typed something of the other kind; and once more
   * when he says so the second time, since a page whose stream was only opening has missed the first.
   */
  async show(ticketId: string, userId: string, kind: DraftKind): Promise<boolean> {
    const [before] = await this.database.query<{ kind: DraftKind; again: boolean }>(
      `select kind, since between now() - make_interval(secs => $3) and now() - make_interval(secs => $4) as again
       from replies.presence where ticket_id = $1 and user_id = $2 and until > now()`,
      [ticketId, userId, ...TOLD_AGAIN_SECONDS],
    );
    await this.database.query(
      `insert into replies.presence (ticket_id, user_id, kind, since, until) values ($1, $2, $3, now(), now() + make_interval(secs => $4))
       on conflict (ticket_id, user_id) do update set kind = excluded.kind, until = excluded.until,
         since = case when presence.until > now() then presence.since else excluded.since end`,
      [ticketId, userId, kind, PRESENCE_SECONDS],
    );
    if (before === undefined) await this.clear();
    return before?.kind !== kind || before.again;
  }

  /** Says that he has ceased. Answers whether that is news. */
  async leave(ticketId: string, userId: string): Promise<boolean> {
    const gone = await this.database.query(`delete from replies.presence where ticket_id = $1 and user_id = $2 returning 1`, [
      ticketId,
      userId,
    ]);
    return gone.length > 0;
  }

  /** Who is typing on a ticket beside `exceptId`, the first of them first. */
  async on(ticketId: string, exceptId: string, on: Queryable = this.database): Promise<Present[]> {
    return on.query<Present>(
      `select user_id as "userId", kind, since, until from replies.presence where ticket_id = $1 and user_id <> $2 and until > now()
       order by since, user_id limit 20`,
      [ticketId, exceptId],
    );
  }

  private async clear(): Promise<void> {
    await this.database.query(
      `delete from replies.presence where (ticket_id, user_id) in
         (select ticket_id, user_id from replies.presence where until < now() - interval '5 minutes' order by until limit ${CLEARED_AT_ONCE} for update skip locked)`,
    );
  }
}
