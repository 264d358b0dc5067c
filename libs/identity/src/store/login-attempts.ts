import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DomainError } from '#kernel';
import { Database, type Tx } from '#platform';
import { countedAddress, type LimitKind, LOGIN_LIMITS, LOGIN_WINDOW_SECONDS } from '../domain/login-limits.js';

const keyHash = (key: string): Buffer => createHash('sha256').update(key).digest();

/**
 * Counts attempts to sign in, in a table, so that all API processes count together. An attempt is counted before the
 * password is looked at: many at the same moment get no more tries than many in a row.
 */
@Injectable()
export class LoginAttempts {
  constructor(private readonly database: Database) {}

  /**
   * Counts one attempt for the login and the address. Throws `identity.too-many-attempts` (429, with seconds to wait) over
   * the limit; alike for logins that exist and those that do not.
   */
  async count(login: string, address: string): Promise<void> {
    await this.countEach({ account: login, address: countedAddress(address) });
  }

  /** Counts one attempt for each key; throws as `count` does. */
  async countEach(keys: Partial<Readonly<Record<LimitKind, string>>>): Promise<void> {
    const waits: number[] = [];
    for (const [kind, key] of Object.entries(keys) as [LimitKind, string][])
      waits.push(await this.countOne(kind, key, LOGIN_LIMITS[kind], LOGIN_WINDOW_SECONDS));
    const retryAfterSeconds = Math.max(...waits);
    if (retryAfterSeconds > 0)
      throw new DomainError('identity.too-many-attempts', { retryAfterSeconds, count: Math.ceil(retryAfterSeconds / 60) }, 'too-many');
  }

  /** Counts a request of an API client. Throws `identity.too-many-requests` (429, with seconds to wait) over its limit for a minute. */
  async countClient(id: string, perMinute: number): Promise<void> {
    const retryAfterSeconds = await this.countOne('client', id, perMinute, 60);
    if (retryAfterSeconds > 0) throw new DomainError('identity.too-many-requests', { retryAfterSeconds }, 'too-many');
  }

  /** The attempt succeeded: the account starts afresh, the address gets its attempt back. */
  async forgive(tx: Tx, login: string, address: string): Promise<void> {
    await this.forgiveOne(tx, 'account', login, address);
  }

  /** A code of the second factor was right: the person starts afresh, the address gets its attempt back. */
  async forgiveCode(tx: Tx, userId: string, address: string): Promise<void> {
    await this.forgiveOne(tx, 'code', userId, address);
  }

  private async forgiveOne(tx: Tx, kind: LimitKind, key: string, address: string): Promise<void> {
    await tx.execute(`delete from identity.login_limit where kind = $1 and key_hash = $2`, [kind, keyHash(key)]);
    await this.forgiveAddress(tx, address);
  }

  /** The address gets its attempt back. */
  async forgiveAddress(tx: Tx, address: string): Promise<void> {
    await tx.execute(`update identity.login_limit set attempts = attempts - 1 where kind = 'address' and key_hash = $1 and attempts > 0`, [
      keyHash(countedAddress(address)),
    ]);
  }

  /** Deletes windows that are over; answers how many. */
  async sweep(tx: Tx): Promise<number> {
    return tx.execute(`delete from identity.login_limit where window_ends_at <= now()`);
  }

  /** Seconds to wait; 0 where the attempt is within the limit. */
  private async countOne(kind: LimitKind | 'client', key: string, limit: number, windowSeconds: number): Promise<number> {
    const [row] = await this.database.query<{ attempts: number; wait: number }>(
      `insert into identity.login_limit as l (kind, key_hash, attempts, window_ends_at)
       values ($1, $2, 1, now() + make_interval(secs => $3))
       on conflict (kind, key_hash) do update set
         attempts = case when l.window_ends_at <= now() then 1 else least(l.attempts, $4) + 1 end,
         window_ends_at = case when l.window_ends_at <= now() then excluded.window_ends_at else l.window_ends_at end
       returning attempts, ceil(extract(epoch from window_ends_at - now()))::int as wait`,
      [kind, keyHash(key), windowSeconds, limit],
    );
    return row && row.attempts > limit ? Math.max(1, row.wait) : 0;
  }
}
