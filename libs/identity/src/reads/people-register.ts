import { Injectable } from '@nestjs/common';
import { type Instant, formatInstant, notFound } from '#kernel';
import { Database, type Page, pageOf, readCursor } from '#platform';
import type { Actor } from '../domain/actor.js';
import type { Role } from '../domain/role.js';
import { holds } from '../domain/scope-of.js';
import { likePatterns } from '../domain/search-text.js';
import type { GrantResponse, PersonRowResponse, RegisteredPersonResponse } from '../http/responses/person.response.js';
import { Directories } from '../outside/directories.js';
import { HELD } from '../store/grants.js';

export const PERSON_STATES = ['active', 'without-login', 'leaving', 'left'] as const;

export type PersonState = (typeof PERSON_STATES)[number];

export interface PeopleQuery {
  readonly q?: string | undefined;
  readonly institutionId?: string | undefined;
  readonly role?: Role | undefined;
  readonly state?: PersonState | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const STATES: Readonly<Record<PersonState, string>> = {
  active: 'u.active',
  'without-login': 'u.active and u.login is null',
  leaving: 'u.active and u.leaves_on is not null',
  // Programs stand behind a row of somebody who is not active, and have a list of their own.
  left: 'not u.active and not exists (select 1 from identity.api_client c where c.user_id = u.id)',
};

const ROW = `u.id, u.name, u.login, u.email, u.phone, u.active, u.leaves_on as "leavesOn",
  json_build_object('id', i.id, 'name', case $1 when 'lv' then i.name_lv else i.name_en end) as institution,
  case when n.id is null then null else json_build_object('id', n.id, 'name', case $1 when 'lv' then n.name_lv else n.name_en end) end as unit,
  array(select distinct g.role from identity.role_grant g where g.user_id = u.id and ${HELD} order by g.role) as roles`;

const FROM = `identity.app_user u join identity.institution i on i.id = u.institution_id left join identity.org_unit n on n.id = u.unit_id`;

interface PersonRow extends Omit<RegisteredPersonResponse, 'grants' | 'groups' | 'abilities' | 'createdAt'> {
  readonly createdAt: Instant;
  readonly groups: RegisteredPersonResponse['groups'];
}

interface GrantRow extends Omit<GrantResponse, 'validFrom' | 'validTo'> {
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
}

/** The register of people as the administration sees it. */
@Injectable()
export class PeopleRegister {
  constructor(
    private readonly database: Database,
    private readonly directories: Directories,
  ) {}

  /** People by name. The look-up by words comes from an index, as the pages do. */
  async page({ locale }: Actor, { q = '', institutionId, role, state, cursor, limit }: PeopleQuery): Promise<Page<PersonRowResponse>> {
    const { sql, values } = peopleRegisterSql({ locale }, { q, institutionId, role, state, cursor, limit });
    return pageOf(await this.database.query<PersonRowResponse>(sql, values), limit, ({ name, id }) => [name, id]);
  }

  /** One person with his roles, now and before. Throws `identity.user.not-found`. */
  async person(actor: Actor, id: string): Promise<RegisteredPersonResponse> {
    const { locale } = actor;
    const [row] = await this.database.query<PersonRow>(
      `select ${ROW}, u.locale, u.external_id as "externalId", u.source, u.version, u.created_at as "createdAt", u.password_hash is not null as "hasPassword",
         coalesce((select json_agg(json_build_object('id', s.id, 'name', case $1 when 'lv' then s.name_lv else s.name_en end,
             'lead', s.lead_id is not distinct from u.id) order by s.tier, s.name_lv)
           from identity.group_member m join identity.support_group s on s.id = m.group_id where m.user_id = u.id), '[]') as groups
       from ${FROM} where u.id = $2`,
      [locale, id],
    );
    if (!row) throw notFound('identity.user');
    const writes = holds(actor, 'admin.users');
    return {
      ...row,
      createdAt: formatInstant(row.createdAt),
      grants: await this.grants(actor, id),
      abilities: {
        ...{ change: writes, leave: writes && row.active && id !== actor.id, grant: writes && row.active && id !== actor.id },
        signInLink: writes && row.active && !row.hasPassword && row.login !== null && !this.directories.ofSource(row.source),
      },
    };
  }

  private async grants(actor: Actor, userId: string): Promise<GrantResponse[]> {
    const rows = await this.database.query<GrantRow>(
      `select g.id, g.role, g.scope, ${scopeName('g')} as "scopeRecord", g.valid_from as "validFrom", g.valid_to as "validTo", g.reason,
         g.ended_reason as "endedReason", g.without_approver as "withoutApprover", ${ref('b', 'g.granted_by')} as "grantedBy",
         ${ref('a', 'g.approved_by')} as "approvedBy", ${ref('e', 'g.ended_by')} as "endedBy", ${HELD} as holds
       from identity.role_grant g left join identity.app_user b on b.id = g.granted_by left join identity.app_user a on a.id = g.approved_by
       left join identity.app_user e on e.id = g.ended_by
       where g.user_id = $2 order by (${HELD}) desc, g.valid_from desc, g.id limit 200`,
      [actor.locale, userId],
    );
    return rows.map(({ validFrom, validTo, ...grant }) => ({
      ...grant,
      validFrom: formatInstant(validFrom),
      validTo: validTo === null ? null : formatInstant(validTo),
    }));
  }
}

const ref = (person: string, id: string): string =>
  `case when ${id} is null then null else json_build_object('id', ${id}, 'name', ${person}.name) end`;

/** SQL: the institution or group to which the grant (or request) of row `of` is narrowed, by its name in language $1. */
export const scopeName = (of: string): string =>
  `case when ${of}.scope_id is null then null else json_build_object('id', ${of}.scope_id, 'name', coalesce(
     (select case $1 when 'lv' then name_lv else name_en end from identity.institution where id = ${of}.scope_id),
     (select case $1 when 'lv' then name_lv else name_en end from identity.support_group where id = ${of}.scope_id), '')) end`;

/** The statement of a page of the register. */
export function peopleRegisterSql({ locale }: Pick<Actor, 'locale'>, query: PeopleQuery): { sql: string; values: unknown[] } {
  const [afterName, afterId] = readCursor(query.cursor, 2) ?? [];
  const values: unknown[] = [locale, query.limit + 1];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const where = [
    STATES[query.state ?? 'active'],
    ...likePatterns(query.q ?? '').map((pattern) => `u.search_text like ${place(pattern)}`),
    ...(query.institutionId ? [`u.institution_id = ${place(query.institutionId)}`] : []),
    ...(query.role
      ? [`exists (select 1 from identity.role_grant g where g.user_id = u.id and g.role = ${place(query.role)} and ${HELD})`]
      : []),
    ...(afterName === undefined ? [] : [`(u.name, u.id) > (${place(afterName)}, ${place(afterId)}::uuid)`]),
  ];
  return { sql: `select ${ROW} from ${FROM} where ${where.join(' and ')} order by u.name, u.id limit $2`, values };
}
