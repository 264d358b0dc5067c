import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '#platform';
import type { Locale } from '../domain/actor.js';
import { Accounts } from '../store/accounts.js';

/** Somebody who writes from an address that nobody on the register has yet. */
export interface NewWriter {
  readonly name: string;
  readonly address: string;
  readonly institutionId: string;
  readonly locale: Locale;
}

/** People by their mail addresses. An address is what somebody claims to write from; what it proves, the caller knows. */
@Injectable()
export class PeopleByMail {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
  ) {}

  /** Active people with this address, whatever its case; more than two are as ambiguous as two. */
  async find(address: string, on: Queryable = this.database): Promise<string[]> {
    const rows = await on.query<{ id: string }>(
      `select id from identity.app_user where lower(email) = $1 and email is not null and active order by id limit 2`,
      [address.toLowerCase()],
    );
    return rows.map(({ id }) => id);
  }

  /** Puts a person on the register who has no login: he reads and writes by mail until somebody gives him one. */
  async add(tx: Tx, { name, address, institutionId, locale }: NewWriter): Promise<string> {
    return this.accounts.add(tx, { login: null, name, email: address, phone: null, locale, institutionId, passwordHash: null });
  }
}
