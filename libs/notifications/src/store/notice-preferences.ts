import { Injectable } from '@nestjs/common';
import { type Queryable, ts, type Tx } from '#platform';
import { type Preferences, UNDECIDED, type Ways } from '../domain/preferences.js';
import type { Topic } from '../domain/topics.js';

interface Row {
  readonly userId: string;
  readonly ways: Partial<Record<Topic, Ways>>;
  readonly from: number | null;
  readonly to: number | null;
  readonly daysOff: boolean;
  readonly urgentAtOnce: boolean;
  readonly digestHour: number | null;
}

/** What people decided about what they are told. */
@Injectable()
export class NoticePreferences {
  /** Of these people; whoever decided nothing has what holds for everybody. */
  async of(on: Queryable, userIds: readonly string[]): Promise<(userId: string) => Preferences> {
    const rows = await on.query<Row>(
      `select user_id as "userId", ways, quiet_from as "from", quiet_to as "to", quiet_days_off as "daysOff", urgent_at_once as "urgentAtOnce",
         digest_hour as "digestHour"
       from notifications.preference where user_id = any($1::uuid[])`,
      [userIds],
    );
    const decided = new Map(rows.map((row) => [row.userId, toPreferences(row)]));
    return (userId) => decided.get(userId) ?? UNDECIDED;
  }

  /** Of one person, under lock until the end of the transaction, so that what he decides twice at once is not mixed. */
  async lock(tx: Tx, userId: string): Promise<Preferences> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('notifications.preference'), hashtext($1))`, [userId]);
    return (await this.of(tx, [userId]))(userId);
  }

  async write(tx: Tx, userId: string, { ways, quiet, urgentAtOnce, digestHour }: Preferences): Promise<void> {
    await tx.execute(
      `insert into notifications.preference (user_id, ways, quiet_from, quiet_to, quiet_days_off, urgent_at_once, digest_hour, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (user_id) do update set ways = excluded.ways, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
         quiet_days_off = excluded.quiet_days_off, urgent_at_once = excluded.urgent_at_once, digest_hour = excluded.digest_hour,
         updated_at = excluded.updated_at`,
      [
        ...[userId, JSON.stringify(ways), quiet?.from ?? null, quiet?.to ?? null, quiet !== null && quiet.alsoDaysOff !== true],
        ...[urgentAtOnce, digestHour, ts(tx.now)],
      ],
    );
  }
}

function toPreferences({ ways, from, to, daysOff, urgentAtOnce, digestHour }: Row): Preferences {
  const quiet = from === null || to === null ? null : { from, to, alsoDaysOff: !daysOff };
  return { ways, quiet, urgentAtOnce, digestHour };
}
