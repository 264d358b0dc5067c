import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import type { LdapDirectory } from '../domain/ldap-directory.js';
import { rolesFor, speaksFor } from '../domain/outside-source.js';
import type { Role } from '../domain/role.js';
import { Directories } from '../outside/directories.js';
import { DirectoryDoor, type DirectoryProof } from '../outside/directory-door.js';
import { type Account, Accounts } from '../store/accounts.js';
import { Passwords } from '../store/passwords.js';
import { TakeFromDirectory } from './take-from-directory.js';

/** Somebody whose login and password are right. */
export interface Proven {
  readonly account: Account;
  /** What his directory says of his roles; undefined where it was a password of ours, or the directory says nothing of roles. */
  readonly mapped?: { readonly source: string; readonly roles: readonly Role[] };
}

/**
 * Says whose login and password these are. People of a directory sign in by its passwords alone, all others by ours: break-glass accounts
 * work whatever becomes of a directory. Every refusal costs the same work, whose login it was or was not.
 */
@Injectable()
export class CheckCredentials {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly directories: Directories,
    private readonly door: DirectoryDoor,
    private readonly taking: TakeFromDirectory,
  ) {}

  /** Undefined where they are wrong. Throws `identity.directory-away` (unavailable) where only a directory that is away could tell. */
  async execute(login: string, password: string): Promise<Proven | undefined> {
    const account = await this.accounts.byLogin(this.database, login);
    const directory = this.directories.ofSource(account?.source ?? null);
    const right = await this.passwords.verify(directory ? null : (account?.passwordHash ?? null), password);
    if (account && right) return { account };
    if (this.directories.all.length === 0) return undefined;
    const proof = await this.door.open(login, password, this.whose(account, directory));
    return proof && (await this.admit(login, account, proof));
  }

  /** Whose word counts: of somebody's own directory; of none for an account of ours; of all for somebody who is not known yet. */
  private whose(account: Account | undefined, directory: LdapDirectory | undefined): readonly LdapDirectory[] {
    if (directory) return [directory];
    return account ? [] : this.directories.all;
  }

  private async admit(login: string, known: Account | undefined, { directory, person }: DirectoryProof): Promise<Proven | undefined> {
    const source = `ldap:${directory.code}`;
    // Somebody new with an old login is somebody else.
    if (known && known.externalId !== person.externalId) return undefined;
    if (!known) await this.taking.one(directory, person);
    const account = await this.accounts.byLogin(this.database, login);
    if (!account || account.source !== source || account.externalId !== person.externalId) return undefined;
    if (!speaksFor(directory, account.institution)) return undefined;
    const { roles } = directory;
    return roles === null ? { account } : { account, mapped: { source, roles: rolesFor(roles, person.belongsTo) } };
  }
}
