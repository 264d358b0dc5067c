import { Injectable } from '@nestjs/common';
import { Database, UnitOfWork } from '#platform';
import type { DirectoryPerson } from '../domain/directory-person.js';
import { type LdapDirectory, sourceOf } from '../domain/ldap-directory.js';
import { rolesFor } from '../domain/outside-source.js';
import type { Role } from '../domain/role.js';
import { HELD } from '../store/grants.js';
import { ApplyMappedRoles } from './apply-mapped-roles.js';

interface Holder {
  readonly id: string;
  readonly externalId: string;
  readonly roles: readonly Role[];
  readonly asks: boolean;
}

/** Gives and takes the roles that follow from groups of a directory, for all its people at once; only those are touched for whom it differs. */
@Injectable()
export class MapDirectoryRoles {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly apply: ApplyMappedRoles,
  ) {}

  async execute(directory: LdapDirectory, people: readonly DirectoryPerson[]): Promise<void> {
    const { roles: map } = directory;
    if (map === null) return;
    const source = sourceOf(directory);
    const wanted = new Map(people.map(({ externalId, belongsTo }) => [externalId, rolesFor(map, belongsTo)]));
    for (const { id, externalId, roles, asks } of await this.holders(source)) {
      const next = wanted.get(externalId) ?? [];
      if (!asks && [...next].sort().join() === roles.join()) continue;
      await this.unitOfWork.run((tx) => this.apply.execute(tx, { userId: id, source, roles: next }));
    }
  }

  private async holders(source: string): Promise<Holder[]> {
    return this.database.query<Holder>(
      `select u.id, u.external_id as "externalId",
         coalesce((select array_agg(g.role order by g.role collate "C") from identity.role_grant g
           where g.user_id = u.id and g.source = $1 and ${HELD}), '{}') as roles,
         exists (select 1 from identity.grant_request r where r.user_id = u.id and r.source = $1 and r.state = 'pending') as asks
       from identity.app_user u where u.source = $1 and u.active and u.external_id is not null order by u.id`,
      [source],
    );
  }
}
