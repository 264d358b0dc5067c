import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '#kernel';
import { AndFilter, Client, EqualityFilter, FilterParser, ResultCodeError } from 'ldapts';
import { BYTES, type DirectoryEntry, type DirectoryPerson, readDirectoryPerson } from '../domain/directory-person.js';
import type { LdapDirectory } from '../domain/ldap-directory.js';

const CONNECT_MS = 5_000;
const ANSWER_MS = 10_000;
const READ_MS = 60_000;
const PAGE = 500;

/** Codes with which a server refuses a name or a password: no such entry, no password, not like this, wrong, not willing. */
const REFUSALS = new Set([32, 34, 48, 49, 53]);

/** Speaks LDAP with the directories of `ATBALSTS_LDAP`. */
@Injectable()
export class LdapClient {
  private readonly log = new Logger(LdapClient.name);

  /**
   * The person whose login and password these are; null where they are wrong or the account is switched off. Without an entry, and with
   * `pretend`, a name that is nobody's is tried, so that an answer takes as long. Throws `identity.directory-away` (unavailable).
   */
  async verify(directory: LdapDirectory, login: string, password: string, { pretend = false } = {}): Promise<DirectoryPerson | null> {
    return this.within(directory, ANSWER_MS, async (client) => {
      const entry = await this.find(client, directory, login);
      const known = pretend || entry === undefined ? undefined : readDirectoryPerson(directory, entry);
      const dn = known && entry ? entry.dn : `cn=${randomBytes(8).toString('hex')},${directory.base}`;
      // A name without a password is let in by servers as somebody unnamed: it must never come to that.
      if (password === '') return null;
      const right = await this.binds(client, dn, password);
      return right && known?.active ? known : null;
    });
  }

  /** Everybody whom the directory tells of, page by page. Throws `identity.directory-away`. */
  async people(directory: LdapDirectory): Promise<DirectoryPerson[]> {
    return this.within(directory, READ_MS, async (client) => {
      const people: DirectoryPerson[] = [];
      const options = { ...this.asking(directory), filter: directory.people, paged: { pageSize: PAGE } };
      for await (const { searchEntries } of client.searchPaginated(directory.base, options)) {
        for (const entry of searchEntries) {
          const person = readDirectoryPerson(directory, entry as DirectoryEntry);
          if (person) people.push(person);
        }
      }
      return people;
    });
  }

  /** The one entry with this login; the login is a value of the filter, never a part of its text. */
  private async find(client: Client, directory: LdapDirectory, login: string): Promise<DirectoryEntry | undefined> {
    const filter = new AndFilter({
      filters: [FilterParser.parseString(directory.people), new EqualityFilter({ attribute: directory.attributes.login, value: login })],
    });
    const { searchEntries } = await client.search(directory.base, { ...this.asking(directory), filter, sizeLimit: 2 });
    return searchEntries.length === 1 ? (searchEntries[0] as DirectoryEntry) : undefined;
  }

  private asking({ attributes, adds, roles }: LdapDirectory) {
    const names = [...Object.values(attributes), 'userAccountControl', roles?.from, 'from' in adds ? adds.from : undefined];
    const asked = names.filter((name): name is string => typeof name === 'string');
    return { scope: 'sub', attributes: asked, explicitBufferAttributes: asked.filter((name) => BYTES.has(name.toLowerCase())) } as const;
  }

  private async binds(client: Client, dn: string, password: string): Promise<boolean> {
    try {
      await client.bind(dn, password);
      return true;
    } catch (error) {
      if (error instanceof ResultCodeError && REFUSALS.has(error.code)) return false;
      throw error;
    }
  }

  /** Works on a connection of its own on which the service account is in. */
  private async within<T>(directory: LdapDirectory, timeout: number, work: (client: Client) => Promise<T>): Promise<T> {
    let client: Client | undefined;
    try {
      const tlsOptions = tlsOf(directory);
      client = new Client({
        url: directory.url,
        timeout,
        connectTimeout: CONNECT_MS,
        ...(directory.url.startsWith('ldaps:') ? { tlsOptions } : {}),
      });
      if (directory.startTls) await client.startTLS(tlsOptions);
      await client.bind(directory.bindDn, directory.bindPassword);
      return await work(client);
    } catch (error) {
      this.log.error(
        `directory ${directory.code} does not answer as it should: ${error instanceof Error ? `${error.name} ${error.message}` : ''}`,
      );
      throw new DomainError('identity.directory-away', {}, 'unavailable');
    } finally {
      await client?.unbind().catch(() => undefined);
    }
  }
}

function tlsOf({ url, caFile }: LdapDirectory): ConnectionOptions {
  const { hostname } = new URL(url.replace(/^ldap/, 'http'));
  return {
    minVersion: 'TLSv1.2',
    ...(/^[\d.]+$|^\[/.test(hostname) ? {} : { servername: hostname }),
    ...(caFile === null ? {} : { ca: readFileSync(caFile) }),
  };
}
