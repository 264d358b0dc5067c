import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Instant, plusSeconds } from '#kernel';
import { Database, Settings, ts, type Tx } from '#platform';
import { CLIENT_ROLES } from '../domain/role.js';
import { hashSecret, newSecret } from '../domain/session-secret.js';
import type { SignInStep } from '../domain/sign-in-step.js';

/** A session is noted as used at most this often, so that reading writes little. */
export const TOUCH_SECONDS = 60;

/** A session that still waits for its second step waits so long. */
export const STEP_SECONDS = 600;

/** From where somebody signs in, so that he knows his sessions again. */
export interface SignInFrom {
  readonly address: string;
  readonly userAgent: string | null;
}

export interface OpenedSession {
  /** The secret for the cookie: answered once and never seen again. */
  readonly id: string;
  /** What is still asked before the session may be used; null where nothing is. */
  readonly awaits: SignInStep | null;
}

/** A session that is over: whose it was, and who had proved him. */
export interface EndedSession {
  readonly userId: string;
  readonly provider: string | null;
}

/** Whose session waits, and for which step. */
export interface WaitingSession {
  readonly userId: string;
  readonly login: string;
  readonly step: SignInStep;
}

export interface ListedSession {
  readonly id: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly current: boolean;
}

/**
 * What stands between the password and a session of this person: the code of his second factor; or, where an administrator made one
 * obligatory for staff, setting one up. Staff is whoever holds a role beyond asking for himself or for his institution.
 */
const AWAITED = `case
  when exists (select 1 from identity.second_factor f where f.user_id = $2 and f.confirmed_at is not null) then 'code'
  when exists (select 1 from identity.setting s where s.key = 'second-factor-for-staff' and s.value = 'true'::jsonb)
   and exists (select 1 from identity.role_grant g where g.user_id = $2 and g.role not in (${[...CLIENT_ROLES].map((role) => `'${role}'`).join(', ')})
     and g.valid_from <= $3 and (g.valid_to is null or g.valid_to > $3)) then 'enrolment'
end`;

/** Sessions of people who are signed in. The id in the cookie lives there alone; here stands its hash. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /**
   * Opens a session with a new id after it was proved who comes; it waits for the second step where one is asked. `provider`: by whom it was
   * proved, where not by a password of ours.
   */
  async open(tx: Tx, userId: string, from: SignInFrom, provider: string | null = null): Promise<OpenedSession> {
    return this.add(tx, userId, from, { awaited: AWAITED, provider });
  }

  /** Opens a session for somebody who has taken every step. */
  async openWhole(tx: Tx, userId: string, from: SignInFrom, provider: string | null = null): Promise<OpenedSession> {
    return this.add(tx, userId, from, { awaited: 'null::text', provider });
  }

  /** The step that the session behind this id waits for. */
  async step(id: string): Promise<WaitingSession | undefined> {
    const [row] = await this.database.query<WaitingSession>(
      `select s.user_id as "userId", coalesce(u.login, '') as login, s.awaits as step from identity.session s join identity.app_user u on u.id = s.user_id
       where s.id_hash = $1 and s.awaits is not null and u.active and s.created_at > now() - make_interval(secs => $2)`,
      [hashSecret(id), STEP_SECONDS],
    );
    return row;
  }

  /** Ends one session; answers whose it was, or undefined where there is none. */
  async end(tx: Tx, id: string): Promise<EndedSession | undefined> {
    const [ended] = await tx.query<EndedSession>(
      `delete from identity.session where id_hash = $1 returning user_id as "userId", provider`,
      [hashSecret(id)],
    );
    return ended;
  }

  /** Ends all sessions of a person, but for the one that he keeps; answers how many. */
  async endAll(tx: Tx, userId: string, keptId: string | null): Promise<number> {
    return tx.execute(`delete from identity.session where user_id = $1 and id_hash is distinct from $2`, [
      userId,
      keptId === null ? null : hashSecret(keptId),
    ]);
  }

  /** Ends one session of a person by what the list calls it; false where he has none such. */
  async endListed(tx: Tx, userId: string, listedId: string): Promise<boolean> {
    return (await tx.execute(`delete from identity.session where user_id = $1 and id = $2`, [userId, listedId])) === 1;
  }

  /** The sessions of a person that may be used, the present one first, then by last use. */
  async list(userId: string, currentId: string): Promise<ListedSession[]> {
    return this.database.query<ListedSession>(
      `select id, created_at as "createdAt", last_seen_at as "lastSeenAt", address, user_agent as "userAgent", id_hash = $2 as current
       from identity.session where user_id = $1 and awaits is null and expires_at > now()
         and last_seen_at > now() - make_interval(mins => $3)
       order by (id_hash = $2) desc, last_seen_at desc, id`,
      [userId, hashSecret(currentId), this.settings.sessionIdleMinutes],
    );
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
    return tx.execute(
      `delete from identity.session where expires_at <= now() or last_seen_at <= now() - make_interval(mins => $1)
         or (awaits is not null and created_at <= now() - make_interval(secs => $2))`,
      [this.settings.sessionIdleMinutes, STEP_SECONDS],
    );
  }

  private async add(
    tx: Tx,
    userId: string,
    { address, userAgent }: SignInFrom,
    { awaited, provider }: { readonly awaited: string; readonly provider: string | null },
  ): Promise<OpenedSession> {
    const id = newSecret();
    const expiresAt = plusSeconds(tx.now, this.settings.sessionAbsoluteHours * 3600);
    const [row] = await tx.query<{ awaits: SignInStep | null }>(
      `insert into identity.session (id_hash, user_id, created_at, last_seen_at, expires_at, address, user_agent, id, provider, awaits)
       values ($1, $2, $3, $3, $4, $5, left($6, 300), $7, $8, ${awaited}) returning awaits`,
      [hashSecret(id), userId, ts(tx.now), ts(expiresAt), address, userAgent, randomUUID(), provider],
    );
    return { id, awaits: row?.awaits ?? null };
  }
}
