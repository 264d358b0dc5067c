import { Injectable } from '@nestjs/common';
import { plusSeconds } from '#kernel';
import { ts, type Queryable, type Tx } from '#platform';
import { hashSecret, newSecret } from '../domain/session-secret.js';

/** A link for the first administrator holds for a day; the next start makes a new one. */
export const SETUP_LINK_SECONDS = 24 * 3600;

/** The one-time link by which the first administrator is created. Only a hash of its token is kept. */
@Injectable()
export class SetupLinks {
  /** Makes a new link's token; earlier unused ones stop working. */
  async issue(tx: Tx): Promise<string> {
    const token = newSecret();
    await tx.execute(`delete from identity.setup_link where used_at is null`);
    await tx.execute(`insert into identity.setup_link (token_hash, created_at, expires_at) values ($1, $2, $3)`, [
      hashSecret(token),
      ts(tx.now),
      ts(plusSeconds(tx.now, SETUP_LINK_SECONDS)),
    ]);
    return token;
  }

  async isOpen(on: Queryable, token: string): Promise<boolean> {
    const rows = await on.query(`select 1 from identity.setup_link where token_hash = $1 and used_at is null and expires_at > now()`, [
      hashSecret(token),
    ]);
    return rows.length > 0;
  }

  /** Takes the link's single use; false where it is unknown, used or has run out. Two at once: one gets it. */
  async take(tx: Tx, token: string): Promise<boolean> {
    const taken = await tx.execute(
      `update identity.setup_link set used_at = $2 where token_hash = $1 and used_at is null and expires_at > now()`,
      [hashSecret(token), ts(tx.now)],
    );
    return taken === 1;
  }

  async noteUser(tx: Tx, token: string, userId: string): Promise<void> {
    await tx.execute(`update identity.setup_link set used_by = $2 where token_hash = $1`, [hashSecret(token), userId]);
  }
}
