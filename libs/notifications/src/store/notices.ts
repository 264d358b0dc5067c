import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { ts, type Tx } from '#platform';
import type { PlannedNotice } from '../domain/notice.js';
import { waysOfKind } from '../domain/preferences.js';
import { PEOPLE_TOLD } from '../domain/stream-message.js';
import { TOPIC_RULES, topicOf } from '../domain/topics.js';
import { WriteNoticeMails } from '../use-cases/write-notice-mails.js';
import { NoticePreferences } from './notice-preferences.js';

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

/** Notices: the bell's, and the mails of those who want them so. */
@Injectable()
export class Notices {
  constructor(
    private readonly preferences: NoticePreferences,
    private readonly mails: WriteNoticeMails,
  ) {}

  /** Tells people as they decided: writes the notices, lets open browsers know of the new ones, and writes mails where the kind has no other. */
  async tell(tx: Tx, { eventId, subjectId, ticketId }: NoticeCause, planned: readonly PlannedNotice[]): Promise<void> {
    if (planned.length === 0) return;
    const written = await this.write(tx, ticketId, tx.now, planned);
    await this.mails.execute(tx, subjectId, ticketId, await this.wanted(tx, planned.filter(hasPlainMail), 'mail'));
    if (written.length === 0) return;
    await tx.append({
      type: PEOPLE_TOLD,
      version: 1,
      subject: { type: 'notices', id: subjectId },
      actorId: null,
      payload: { eventId, recipients: Object.fromEntries(written.map(({ userId, id }) => [userId, id])) },
    });
  }

  /** Those that their readers want by this way. */
  private async wanted(tx: Tx, planned: readonly PlannedNotice[], way: 'bell' | 'mail'): Promise<PlannedNotice[]> {
    if (planned.length === 0) return [];
    const people = planned.map(({ userId }) => userId);
    const of = await this.preferences.of(tx, people);
    return planned.filter(({ userId, kind }) => waysOfKind(kind, of(userId))[way]);
  }

  /**
   * Writes notices for the bell, about a ticket or about none; those whose readers do not want them, or whose person and key are there already, are
   * passed over. Answers the new ones.
   */
  async write(tx: Tx, ticketId: string | null, at: Instant, planned: readonly PlannedNotice[]): Promise<WrittenNotice[]> {
    const ringing = await this.wanted(tx, planned, 'bell');
    if (ringing.length === 0) return [];
    const rows = ringing.map(({ userId, kind, quiet, dedupeKey, params }) => ({
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

function hasPlainMail({ kind }: PlannedNotice): boolean {
  const topic = topicOf(kind);
  return topic !== undefined && TOPIC_RULES[topic].plainMail === true;
}
