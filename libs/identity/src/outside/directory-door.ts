import { Injectable } from '@nestjs/common';
import type { DirectoryPerson } from '../domain/directory-person.js';
import type { LdapDirectory } from '../domain/ldap-directory.js';
import { Directories } from './directories.js';
import { LdapClient } from './ldap-client.js';

export interface DirectoryProof {
  readonly directory: LdapDirectory;
  readonly person: DirectoryPerson;
}

/**
 * Asks the directories whether login and password are right. Each is asked once at every attempt that comes here, in earnest or by a name
 * that is nobody's, so that neither the time nor a directory that is away tells whose login it is.
 */
@Injectable()
export class DirectoryDoor {
  constructor(
    private readonly directories: Directories,
    private readonly client: LdapClient,
  ) {}

  /** `among`: the directories whose word counts. Throws `identity.directory-away` where none lets him in and one does not answer. */
  async open(login: string, password: string, among: readonly LdapDirectory[]): Promise<DirectoryProof | undefined> {
    const answers = await Promise.allSettled(
      this.directories.all.map((directory) => this.client.verify(directory, login, password, { pretend: !among.includes(directory) })),
    );
    for (const [at, answer] of answers.entries()) {
      const directory = this.directories.all[at]!;
      if (answer.status === 'fulfilled' && answer.value && among.includes(directory)) return { directory, person: answer.value };
    }
    const away = answers.find((answer): answer is PromiseRejectedResult => answer.status === 'rejected');
    if (away) throw away.reason;
    return undefined;
  }
}
