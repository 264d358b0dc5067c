import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '#kernel';
import { ts, type Queryable, type Tx } from '#platform';
import type { Locale } from '../domain/actor.js';
import { searchText } from '../domain/search-text.js';

/** What signing in needs to know of an account. */
export interface Account {
  readonly id: string;
  readonly login: string;
  readonly passwordHash: string | null;
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

const ACCOUNT = `select id, login, password_hash as "passwordHash" from identity.app_user where active and login is not null`;

/** People and their accounts. */
@Injectable()
export class Accounts {
  /** The active account with this (folded) login. */
  async byLogin(on: Queryable, login: string): Promise<Account | undefined> {
    return (await on.query<Account>(`${ACCOUNT} and login = $1`, [login]))[0];
  }

  async byId(on: Queryable, id: string): Promise<Account | undefined> {
    return (await on.query<Account>(`${ACCOUNT} and id = $1`, [id]))[0];
  }

  /** Holds the account until the transaction ends; false where its password has been changed or the person has left since. */
  async holdUnchanged(tx: Tx, { id, passwordHash }: Account): Promise<boolean> {
    const rows = await tx.query(`select 1 from identity.app_user where id = $1 and active and password_hash = $2 for share`, [
      id,
      passwordHash,
    ]);
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

  async setPassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
    await tx.execute(`update identity.app_user set password_hash = $2, password_changed_at = $3 where id = $1`, [
      id,
      passwordHash,
      ts(tx.now),
    ]);
  }

  async setLocale(tx: Tx, id: string, locale: Locale): Promise<void> {
    const changed = await tx.execute(`update identity.app_user set locale = $2 where id = $1`, [id, locale]);
    if (changed === 0) throw notFound('identity.user');
  }
}
