import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '#kernel';
import { ts, type Queryable, type Tx } from '#platform';
import type { Locale, Theme } from '../domain/actor.js';
import { searchText } from '../domain/search-text.js';

/** What signing in needs to know of an account. */
export interface Account {
  readonly id: string;
  readonly login: string;
  readonly passwordHash: string | null;
  /** The system that tells of him; null where he is kept by hand. */
  readonly source: string | null;
  readonly externalId: string | null;
  /** What outside sources call his institution. */
  readonly institution: { readonly externalId: string | null; readonly registrationNo: string | null };
}

export interface NewPerson {
  readonly login: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: Locale;
  readonly institutionId: string;
  readonly passwordHash: string | null;
}

/** What people may change of themselves. `phone` null takes it away. */
export interface ProfileChange {
  readonly name?: string | undefined;
  readonly phone?: string | null | undefined;
  readonly locale?: Locale | undefined;
  readonly theme?: Theme | undefined;
}

const ACCOUNT = `select u.id, u.login, u.password_hash as "passwordHash", u.source, u.external_id as "externalId",
    json_build_object('externalId', i.external_id, 'registrationNo', i.registration_no) as institution
  from identity.app_user u join identity.institution i on i.id = u.institution_id where u.active and u.login is not null`;

/** People and their accounts. */
@Injectable()
export class Accounts {
  /** The active account with this (folded) login. */
  async byLogin(on: Queryable, login: string): Promise<Account | undefined> {
    return (await on.query<Account>(`${ACCOUNT} and u.login = $1`, [login]))[0];
  }

  async byId(on: Queryable, id: string): Promise<Account | undefined> {
    return (await on.query<Account>(`${ACCOUNT} and u.id = $1`, [id]))[0];
  }

  /** Holds the account until the transaction ends; false where its password or whose it is has been changed, or the person has left since. */
  async holdUnchanged(tx: Tx, { id, passwordHash, source }: Account): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from identity.app_user where id = $1 and active and password_hash is not distinct from $2 and source is not distinct from $3
       for no key update`,
      [id, passwordHash, source],
    );
    return rows.length > 0;
  }

  /** Adds a person. Throws `identity.login-taken` (conflict) where another has the login. */
  async add(tx: Tx, person: NewPerson): Promise<string> {
    const id = randomUUID();
    const added = await tx.execute(
      `insert into identity.app_user (id, login, name, search_text, email, phone, locale, institution_id, password_hash, password_changed_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when $9::text is null then null else $10::timestamptz end, $10)
       on conflict (login) do nothing`,
      [
        id,
        person.login,
        person.name,
        searchText(person),
        person.email,
        person.phone,
        person.locale,
        person.institutionId,
        person.passwordHash,
        ts(tx.now),
      ],
    );
    if (added === 0) throw new DomainError('identity.login-taken', {}, 'conflict', [{ pointer: '/login', code: 'identity.login-taken' }]);
    return id;
  }

  /** Gives a new password. Links by which one could have been set stop working. */
  async setPassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
    await tx.execute(`update identity.app_user set password_hash = $2, password_changed_at = $3 where id = $1`, [
      id,
      passwordHash,
      ts(tx.now),
    ]);
    await tx.execute(`delete from identity.reset_link where user_id = $1 and used_at is null`, [id]);
  }

  /** Changes what a person says of himself; what is left out stays. */
  async setProfile(tx: Tx, id: string, profile: ProfileChange): Promise<void> {
    const { name = null, phone, locale = null, theme = null } = profile;
    const [person] = await tx.query<{ name: string; login: string | null; email: string | null }>(
      `update identity.app_user set name = coalesce($2, name), phone = case when $3 then $4 else phone end,
         locale = coalesce($5, locale), theme = coalesce($6, theme), version = version + 1 where id = $1 returning name, login, email`,
      [id, name, phone !== undefined, phone ?? null, locale, theme],
    );
    if (!person) throw notFound('identity.user');
    if (name !== null) await tx.execute(`update identity.app_user set search_text = $2 where id = $1`, [id, searchText(person)]);
  }
}
