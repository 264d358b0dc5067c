import { Injectable } from '@nestjs/common';
import { Database, type Page, pageOf, readCursor } from '#platform';
import type { Actor } from '../domain/actor.js';
import { scopeOf } from '../domain/scope-of.js';
import { likePatterns, startPattern } from '../domain/search-text.js';
import { awayToday } from '../store/absences.js';
import type { GroupResponse } from '../http/responses/group.response.js';
import type { InstitutionResponse } from '../http/responses/institution.response.js';
import type { FoundPersonResponse } from '../http/responses/found-person.response.js';

/** A look-up shows so many people; whoever is not among them is found by another letter. */
export const PEOPLE_SHOWN = 20;

interface PersonRow {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  institution_id: string;
  institution_name: string;
  absent_until: string | null;
  delegate_id: string | null;
  delegate_name: string | null;
}

interface InstitutionRow extends InstitutionResponse {
  readonly sort_name: string;
}

export interface InstitutionQuery {
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The statement of the look-up. Each word is a condition of its own: of `like all` the index knows nothing. */
export function peopleSql(actor: Actor, q: string): { sql: string; values: unknown[] } {
  const scope = scopeOf(actor, 'people.read');
  const patterns = likePatterns(q);
  const words = patterns.map((_, at) => `and u.search_text like $${at + 5}`).join(' ');
  return {
    sql: `select u.id, u.name, u.email, u.phone, i.id as institution_id, case $1 when 'lv' then i.name_lv else i.name_en end as institution_name,
         away.until as absent_until, away.delegate_id, away.delegate_name
       from identity.app_user u join identity.institution i on i.id = u.institution_id ${awayToday('u')}
       where u.active and ($2 or u.institution_id = any($3::uuid[])) ${words}
       order by ${patterns.length > 0 ? 'u.search_text not like $4, ' : ''}u.name, u.id limit ${PEOPLE_SHOWN}`,
    values: [actor.locale, scope.all, scope.institutionIds, ...(patterns.length > 0 ? [startPattern(q)] : []), ...patterns],
  };
}

/** Looking up people, groups and institutions, as far as the actor reaches them. */
@Injectable()
export class Directory {
  constructor(private readonly database: Database) {}

  /** Active people whose name, login or address contains each word of `q` (short words: begins one of its words so); those whose name begins so come first. */
  async people(actor: Actor, q: string): Promise<FoundPersonResponse[]> {
    const { sql, values } = peopleSql(actor, q);
    const rows = await this.database.query<PersonRow>(sql, values);
    return rows.map(({ id, name, email, phone, institution_id, institution_name, absent_until, delegate_id, delegate_name }) => ({
      ...{ id, name, email, phone },
      institution: { id: institution_id, name: institution_name },
      absentUntil: absent_until,
      delegate: delegate_id !== null && delegate_name !== null ? { id: delegate_id, name: delegate_name } : null,
    }));
  }

  /** The active groups with their active members. */
  async groups(actor: Actor): Promise<GroupResponse[]> {
    return this.database.query<GroupResponse>(
      `select g.id, case $1 when 'lv' then g.name_lv else g.name_en end as name, g.tier, g.is_user_support as "isUserSupport",
         coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name, 'absentUntil', away.until) order by u.name, u.id)
           from identity.group_member m join identity.app_user u on u.id = m.user_id ${awayToday('u')} where m.group_id = g.id and u.active), '[]') as members
       from identity.support_group g where g.active order by g.tier, (case $1 when 'lv' then g.name_lv else g.name_en end) collate "lv-x-icu", g.id`,
      [actor.locale],
    );
  }

  /** Institutions by name. */
  async institutions(actor: Actor, { q = '', cursor, limit }: InstitutionQuery): Promise<Page<InstitutionResponse>> {
    const scope = scopeOf(actor, 'institution.read');
    const reached = scope.own ? [...scope.institutionIds, actor.institutionId] : scope.institutionIds;
    const [afterName, afterId] = readCursor(cursor, 2) ?? [null, null];
    const rows = await this.database.query<InstitutionRow>(
      `select * from (
         select i.id, (case $1 when 'lv' then i.name_lv else i.name_en end) collate "lv-x-icu" as name, i.is_client as "isClient",
           (case $1 when 'lv' then i.name_lv else i.name_en end) collate "lv-x-icu" as sort_name
         from identity.institution i where $2 or i.id = any($3::uuid[])) named
       where lower(name) like all ($4::text[]) and ($5::text is null or (sort_name, id) > ($5::text, $6::uuid))
       order by sort_name, id limit $7`,
      [actor.locale, scope.all, reached, plainPatterns(q), afterName, afterId, limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [row.sort_name, row.id]);
    return { items: page.items.map(({ id, name, isClient }) => ({ id, name, isClient })), nextCursor: page.nextCursor };
  }
}

/** Names of institutions are not kept folded, so their diacritics count. */
function plainPatterns(query: string): string[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
