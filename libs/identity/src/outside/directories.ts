import { Injectable } from '@nestjs/common';
import { notFound } from '#kernel';
import { Settings } from '#platform';
import { type LdapDirectory, readLdapDirectories, sourceOf } from '../domain/ldap-directory.js';

/** The directories of `ATBALSTS_LDAP`. */
@Injectable()
export class Directories {
  readonly all: readonly LdapDirectory[];
  /** What stands with people whose passwords are a directory's. */
  readonly sources: readonly string[];

  constructor(settings: Settings) {
    this.all = readLdapDirectories(settings.ldap);
    this.sources = this.all.map(sourceOf);
  }

  /** Throws not-found where the settings know none such. */
  named(code: string): LdapDirectory {
    const directory = this.all.find((one) => one.code === code);
    if (!directory) throw notFound('identity.directory');
    return directory;
  }

  /** The directory that people of this source belong to; undefined where their passwords are ours. */
  ofSource(source: string | null): LdapDirectory | undefined {
    return this.all.find((one) => sourceOf(one) === source);
  }
}
