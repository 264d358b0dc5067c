import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { plusSeconds } from '#kernel';
import { ts, type Queryable, type Tx } from '#platform';
import { Directories } from '../outside/directories.js';
import { hashSecret, newSecret } from '../domain/session-secret.js';

/** A link by which a password is set anew holds for an hour. */
export const RESET_LINK_SECONDS = 3600;

/** An address may be that of several accounts; more than so many are not written to at once. */
const ACCOUNTS_AT_MOST = 5;

/** Requests for a new password, and the one-time links that answer them. Only hashes of their tokens are kept. */
@Injectable()
export class ResetLinks {
  constructor(private readonly directories: Directories) {}

  /** Keeps what was typed until the worker looks whose it is. The same work for what belongs to somebody and what does not. */
  async ask(tx: Tx, asked: string): Promise<string> {
    const id = randomUUID();
    await tx.execute(`insert into identity.reset_request (id, asked, created_at) values ($1, $2, $3)`, [id, asked, ts(tx.now)]);
    return id;
  }

  /** Takes the request away and answers the accounts that it is about: by login, else by mail address. */
  async takeRequest(tx: Tx, requestId: string): Promise<string[]> {
    const [request] = await tx.query<{ asked: string }>(`delete from identity.reset_request where id = $1 returning asked`, [requestId]);
    if (!request) return [];
    const rows = await tx.query<{ id: string }>(
      `select id from identity.app_user where active and login is not null and email is not null and (login = $1 or lower(email) = $1)
         and (source is null or source <> all($2::text[]))
         and (password_hash is not null or not exists (select 1 from identity.outside_identity o where o.user_id = app_user.id))
       order by login = $1 desc, id limit ${ACCOUNTS_AT_MOST}`,
      [request.asked, this.directories.sources],
    );
    return rows.map(({ id }) => id);
  }

  /** Makes a person's link; his earlier ones stop working. Answers the token. */
  async issue(tx: Tx, userId: string, seconds = RESET_LINK_SECONDS): Promise<string> {
    const token = newSecret();
    await tx.execute(`delete from identity.reset_link where user_id = $1 and used_at is null`, [userId]);
    await tx.execute(`insert into identity.reset_link (token_hash, user_id, created_at, expires_at) values ($1, $2, $3, $4)`, [
      hashSecret(token),
      userId,
      ts(tx.now),
      ts(plusSeconds(tx.now, seconds)),
    ]);
    return token;
  }

  /** The login that an open link is for; undefined where it is unknown, used or has run out, or the person has left. */
  async loginBehind(on: Queryable, token: string): Promise<string | undefined> {
    const [row] = await on.query<{ login: string }>(
      `select u.login from identity.reset_link l join identity.app_user u on u.id = l.user_id
       where l.token_hash = $1 and l.used_at is null and l.expires_at > now() and u.active and u.login is not null
         and (u.source is null or u.source <> all($2::text[]))`,
      [hashSecret(token), this.directories.sources],
    );
    return row?.login;
  }

  /** Takes the link's single use; answers whose it is, or undefined. Two at once: one gets it. */
  async take(tx: Tx, token: string): Promise<string | undefined> {
    const [row] = await tx.query<{ userId: string }>(
      `update identity.reset_link l set used_at = $2 from identity.app_user u
       where l.token_hash = $1 and l.used_at is null and l.expires_at > now() and u.id = l.user_id and u.active and u.login is not null
         and (u.source is null or u.source <> all($3::text[]))
       returning l.user_id as "userId"`,
      [hashSecret(token), ts(tx.now), this.directories.sources],
    );
    return row?.userId;
  }

  /** Deletes what is a day old. */
  async sweep(tx: Tx): Promise<void> {
    await tx.execute(`delete from identity.reset_link where expires_at < now() - interval '1 day'`);
    await tx.execute(`delete from identity.reset_request where created_at < now() - interval '1 day'`);
  }
}
