import { Injectable } from '@nestjs/common';
import type { DirectoryPerson } from '../domain/directory-person.js';
import { type LdapDirectory, sourceOf } from '../domain/ldap-directory.js';
import { ApplyPeople, type PeopleRow } from './apply-people.js';

/** Takes people of a directory into the register. */
@Injectable()
export class TakeFromDirectory {
  constructor(private readonly people: ApplyPeople) {}

  /** Somebody who comes before the night in which he would have been taken in; nobody else is touched. */
  async one(directory: LdapDirectory, person: DirectoryPerson): Promise<void> {
    const rows = rowsOf(directory, [person]);
    await this.people.apply(sourceOf(directory), rows, { link: directory.takesOver, endMissing: false });
  }
}

/** Those of whom a directory may tell us, as the register takes them. */
export function rowsOf({ institutions }: LdapDirectory, people: readonly DirectoryPerson[]): PeopleRow[] {
  return people.flatMap(({ institution, mail, unit, belongsTo: _belongsTo, ...person }) => {
    if (institution === null || (institutions !== 'all' && !institutions.includes(institution))) return [];
    return [{ ...person, email: mail, institutionCode: institution, ...(unit === null ? {} : { unitExternalId: unit }) }];
  });
}
