import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { Database, type Page, pageOf, readCursor } from '#platform';
import { CLIENT_ROLES } from '../domain/role.js';
import { HELD } from '../store/grants.js';

export interface StaffFactor {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly since: Instant | null;
}

/** Active accounts that hold a role beyond asking for themselves or their institution. */
const STAFF = `from identity.app_user u left join identity.second_factor f on f.user_id = u.id and f.confirmed_at is not null
  where u.active and u.login is not null and exists (select 1 from identity.role_grant g
    where g.user_id = u.id and g.role <> all ($1::text[]) and ${HELD})`;

/** Who of staff has a second factor. */
@Injectable()
export class StaffFactors {
  constructor(private readonly database: Database) {}

  async read(cursor: string | undefined, limit: number): Promise<{ page: Page<StaffFactor>; total: number; protectedCount: number }> {
    const [afterName, afterId] = readCursor(cursor, 2) ?? [null, null];
    const roles = [...CLIENT_ROLES];
    const rows = await this.database.query<StaffFactor>(
      `select u.id, u.name, u.login, f.confirmed_at as since ${STAFF} and ($2::text is null or (u.name, u.id) > ($2::text, $3::uuid))
       order by u.name, u.id limit $4`,
      [roles, afterName, afterId, limit + 1],
    );
    const [counts] = await this.database.query<{ total: number; protected: number }>(
      `select count(*)::int as total, count(f.user_id)::int as protected ${STAFF}`,
      [roles],
    );
    return {
      page: pageOf(rows, limit, ({ name, id }) => [name, id]),
      total: counts?.total ?? 0,
      protectedCount: counts?.protected ?? 0,
    };
  }
}
