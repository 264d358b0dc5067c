import { Injectable } from '@nestjs/common';
import { plusSeconds } from '#kernel';
import { Database, Settings, ts, type Tx } from '#platform';
import { hashSecret, newSecret } from '../domain/session-secret.js';

/** A session is noted as used at most this often, so that reading writes little. */
export const TOUCH_SECONDS = 60;

/** Sessions of people who are signed in. The id lives in the cookie alone; here stands its hash. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /** Opens a session with a new id, which is answered and never seen again. */
  async open(tx: Tx, userId: string): Promise<string> {
    const id = newSecret();
    const expiresAt = plusSeconds(tx.now, this.settings.sessionAbsoluteHours * 3600);
    await tx.execute(`insert into identity.session (id_hash, user_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $3, $4)`, [
      hashSecret(id),
      userId,
      ts(tx.now),
      ts(expiresAt),
    ]);
    return id;
  }

  /** Ends one session; answers whose it was, or undefined where there is none. */
  async end(tx: Tx, id: string): Promise<string | undefined> {
    const [ended] = await tx.query<{ user_id: string }>(`delete from identity.session where id_hash = $1 returning user_id`, [
      hashSecret(id),
    ]);
    return ended?.user_id;
  }

  /** Ends all sessions of a person, but for the one that he keeps; answers how many. */
  async endAll(tx: Tx, userId: string, keptId: string | null): Promise<number> {
    return tx.execute(`delete from identity.session where user_id = $1 and id_hash is distinct from $2`, [
      userId,
      keptId === null ? null : hashSecret(keptId),
    ]);
  }

  /** Notes that a session is in use. */
  async touch(idHash: Buffer): Promise<void> {
    await this.database.query(
      `update identity.session set last_seen_at = now() where id_hash = $1 and last_seen_at < now() - make_interval(secs => ${TOUCH_SECONDS})`,
      [idHash],
    );
  }

  /** Deletes what has run out; answers how many. */
  async sweep(tx: Tx): Promise<number> {
    return tx.execute(`delete from identity.session where expires_at <= now() or last_seen_at <= now() - make_interval(mins => $1)`, [
      this.settings.sessionIdleMinutes,
    ]);
  }
}
