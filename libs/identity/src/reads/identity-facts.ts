import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '#platform';
import type { Locale } from '../domain/actor.js';
import type { Role } from '../domain/role.js';
import { likePatterns } from '../domain/search-text.js';
import { HELD } from '../store/grants.js';

/** Where a person is written to, and in which language. */
export interface Contact {
  readonly email: string | null;
  readonly name: string;
  readonly locale: Locale;
}

export interface GroupFacts {
  readonly id: string;
  readonly calendarCode: string;
  readonly leadId: string | null;
  readonly isUserSupport: boolean;
  readonly tier: number;
}

/** Who works in a group, and by which calendar. */
export interface Roster {
  readonly groupId: string;
  readonly calendarCode: string;
  readonly memberIds: readonly string[];
}

/**
 * What other modules may ask about people, institutions and groups. Each question may be asked within a transaction (`on`).
 * Names for screens that join several tables come by SQL in the views; these are for use-cases, mails and reactions.
 */
@Injectable()
export class IdentityFacts {
  constructor(private readonly database: Database) {}

  /** Names of people by id. */
  async names(ids: readonly string[], on: Queryable = this.database): Promise<ReadonlyMap<string, string>> {
    return toMap(await on.query<Named>(`select id, name from identity.app_user where id = any($1::uuid[])`, [ids]));
  }

  /** Names of everybody on the register, whoever has left included: so that a text can be searched for them. */
  async knownNames(on: Queryable = this.database): Promise<string[]> {
    return (await on.query<{ name: string }>(`select distinct name from identity.app_user`)).map(({ name }) => name);
  }

  async institutionNames(ids: readonly string[], locale: Locale, on: Queryable = this.database): Promise<ReadonlyMap<string, string>> {
    const name = locale === 'lv' ? 'name_lv' : 'name_en';
    return toMap(await on.query<Named>(`select id, ${name} as name from identity.institution where id = any($1::uuid[])`, [ids]));
  }

  async hasInstitution(id: string, on: Queryable = this.database): Promise<boolean> {
    return (await this.institutionNames([id], 'lv', on)).has(id);
  }

  async groupNames(ids: readonly string[], locale: Locale, on: Queryable = this.database): Promise<ReadonlyMap<string, string>> {
    const name = locale === 'lv' ? 'name_lv' : 'name_en';
    return toMap(await on.query<Named>(`select id, ${name} as name from identity.support_group where id = any($1::uuid[])`, [ids]));
  }

  /** Ids of the groups whose flag defines KPI-02 (DOMAIN 2.2). The first one by tier and name takes what no service directs. */
  async userSupportGroups(on: Queryable = this.database): Promise<string[]> {
    const rows = await on.query<{ id: string }>(
      `select id from identity.support_group where is_user_support and active order by tier, name_lv, id`,
    );
    return rows.map(({ id }) => id);
  }

  /** An active group, or undefined. */
  async group(groupId: string, on: Queryable = this.database): Promise<GroupFacts | undefined> {
    const [row] = await on.query<GroupFacts>(
      `select id, calendar_code as "calendarCode", lead_id as "leadId", is_user_support as "isUserSupport", tier
       from identity.support_group where id = $1 and active`,
      [groupId],
    );
    return row;
  }

  /** The group's lead, or null where it has none. */
  async leadOf(groupId: string, on: Queryable = this.database): Promise<string | null> {
    return (await this.group(groupId, on))?.leadId ?? null;
  }

  /** Is this an active person in this active group? */
  async isMember(groupId: string, userId: string, on: Queryable = this.database): Promise<boolean> {
    const rows = await on.query(
      `select 1 from identity.group_member m join identity.support_group g on g.id = m.group_id join identity.app_user u on u.id = m.user_id
       where m.group_id = $1 and m.user_id = $2 and g.active and u.active`,
      [groupId, userId],
    );
    return rows.length > 0;
  }

  /** Active members of a group. */
  async membersOf(groupId: string, on: Queryable = this.database): Promise<string[]> {
    const rows = await on.query<{ id: string }>(
      `select u.id from identity.group_member m join identity.app_user u on u.id = m.user_id where m.group_id = $1 and u.active order by u.name, u.id`,
      [groupId],
    );
    return rows.map(({ id }) => id);
  }

  /** The active groups with their active members; a group without any is there too. */
  async rosters(on: Queryable = this.database): Promise<Roster[]> {
    return on.query<Roster>(
      `select g.id as "groupId", g.calendar_code as "calendarCode",
         coalesce(array_agg(u.id order by u.id) filter (where u.id is not null), '{}') as "memberIds"
       from identity.support_group g left join identity.group_member m on m.group_id = g.id
       left join identity.app_user u on u.id = m.user_id and u.active
       where g.active group by g.id order by g.tier, g.name_lv, g.id`,
    );
  }

  /** Active people who hold a role now, for the whole service or for this institution. */
  async holdersOf(role: Role, institutionId: string, on: Queryable = this.database): Promise<string[]> {
    const rows = await on.query<{ id: string }>(
      `select distinct u.id from identity.role_grant g join identity.app_user u on u.id = g.user_id
       where g.role = $1 and u.active and ${HELD}
         and (g.scope = 'all' or (g.scope = 'institution' and g.scope_id = $2)) order by u.id`,
      [role, institutionId],
    );
    return rows.map(({ id }) => id);
  }

  /** Active people who work at the desk or hold a role beside the requester's, whose name, login or address has each word of `q`. */
  async staffCalled(q: string, limit: number, on: Queryable = this.database): Promise<{ readonly id: string; readonly name: string }[]> {
    const patterns = likePatterns(q);
    return on.query(
      `select u.id, u.name from identity.app_user u
       where u.active and u.id = any(array(select m.user_id from identity.group_member m union
           select g.user_id from identity.role_grant g
           where g.role <> 'requester' and ${HELD}))
         ${patterns.map((_, at) => `and u.search_text like $${at + 2}`).join(' ')}
       order by u.name, u.id limit $1`,
      [limit, ...patterns],
    );
  }

  /** The home institution of an active person, or undefined where there is no such person. */
  async institutionOf(userId: string, on: Queryable = this.database): Promise<string | undefined> {
    const [row] = await on.query<{ institution_id: string }>(`select institution_id from identity.app_user where id = $1 and active`, [
      userId,
    ]);
    return row?.institution_id;
  }

  /** Where to write to an active person; undefined where there is no such person. */
  async contact(userId: string, on: Queryable = this.database): Promise<Contact | undefined> {
    return (await this.contacts([userId], on)).get(userId);
  }

  async contacts(userIds: readonly string[], on: Queryable = this.database): Promise<ReadonlyMap<string, Contact>> {
    const rows = await on.query<Contact & { id: string }>(
      `select id, email, name, locale from identity.app_user where id = any($1::uuid[]) and active`,
      [userIds],
    );
    return new Map(rows.map(({ id, email, name, locale }) => [id, { email, name, locale }]));
  }
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function toMap(rows: readonly Named[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]));
}
