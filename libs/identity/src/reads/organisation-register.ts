import { Injectable } from '@nestjs/common';
import { notFound } from '#kernel';
import { Database, type Page, pageOf, readCursor } from '#platform';
import type { Actor } from '../domain/actor.js';
import { holds } from '../domain/scope-of.js';
import type { RegisteredGroupResponse, RegisteredInstitutionResponse, UnitResponse } from '../http/responses/organisation.response.js';

interface InstitutionQuery {
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

type Row<Response> = Omit<Response, 'abilities'>;

const INSTITUTION = `i.id, i.name_lv as "nameLv", i.name_en as "nameEn", i.kind, i.is_client as "isClient", i.active_from as "activeFrom",
  i.active_to as "activeTo", i.registration_no as "registrationNo", i.external_id as "externalId", i.version,
  case when p.id is null then null else json_build_object('id', p.id, 'name', case $1 when 'lv' then p.name_lv else p.name_en end) end as parent,
  (select count(*)::int from identity.app_user u where u.institution_id = i.id and u.active) as people,
  (select count(*)::int from identity.org_unit n where n.institution_id = i.id and n.active) as units
  from identity.institution i left join identity.institution p on p.id = i.parent_id`;

const GROUP = `g.id, g.name_lv as "nameLv", g.name_en as "nameEn", g.tier, g.is_user_support as "isUserSupport", g.calendar_code as "calendarCode",
  g.email, g.active, g.version,
  coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name, 'lead', g.lead_id is not distinct from u.id, 'active', u.active,
      'works', exists (select 1 from identity.role_grant r where r.user_id = u.id and r.role in ('agent', 'group_lead', 'change_manager')
        and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now()))) order by u.name, u.id)
    from identity.group_member m join identity.app_user u on u.id = m.user_id where m.group_id = g.id), '[]') as members
  from identity.support_group g`;

/** Institutions, units and groups as the administration sees them, those that have ended among them. */
@Injectable()
export class OrganisationRegister {
  constructor(private readonly database: Database) {}

  /** Institutions by their Latvian name. */
  async institutions(actor: Actor, { q = '', cursor, limit }: InstitutionQuery): Promise<Page<RegisteredInstitutionResponse>> {
    const [afterName = null, afterId = null] = readCursor(cursor, 2) ?? [];
    const rows = await this.database.query<Row<RegisteredInstitutionResponse>>(
      `select ${INSTITUTION}
       where ($2 = '' or strpos(lower(i.name_lv || ' ' || i.name_en || ' ' || coalesce(i.registration_no, '')), lower($2)) > 0)
         and ($3::text is null or (i.name_lv, i.id) > ($3::text, $4::uuid))
       order by i.name_lv, i.id limit $5`,
      [actor.locale, q.trim(), afterName, afterId, limit + 1],
    );
    const page = pageOf(rows, limit, ({ nameLv, id }) => [nameLv, id]);
    return { items: page.items.map((row) => ({ ...row, abilities: abilities(actor) })), nextCursor: page.nextCursor };
  }

  /** Throws `identity.institution.not-found`. */
  async institution(actor: Actor, id: string): Promise<RegisteredInstitutionResponse> {
    const [row] = await this.database.query<Row<RegisteredInstitutionResponse>>(`select ${INSTITUTION} where i.id = $2`, [
      actor.locale,
      id,
    ]);
    if (!row) throw notFound('identity.institution');
    return { ...row, abilities: abilities(actor) };
  }

  /** The units of an institution as a tree laid flat: parents before what stands below them, by their Latvian names. */
  async units(institutionId: string): Promise<UnitResponse[]> {
    return this.database.query<UnitResponse>(
      `with recursive tree as (
         select n.*, array[row_number() over (order by n.name_lv, n.id)] as place from identity.org_unit n
         where n.institution_id = $1 and n.parent_id is null
         union all
         select n.*, t.place || row_number() over (partition by n.parent_id order by n.name_lv, n.id)
         from identity.org_unit n join tree t on n.parent_id = t.id)
       select t.id, t.parent_id as "parentId", t.name_lv as "nameLv", t.name_en as "nameEn", t.active, t.external_id as "externalId", t.version,
         (select count(*)::int from identity.app_user u where u.unit_id = t.id and u.active) as people
       from tree t order by t.place limit 5000`,
      [institutionId],
    );
  }

  /** All groups, first those in use, by line and name. */
  async groups(actor: Actor): Promise<RegisteredGroupResponse[]> {
    const rows = await this.database.query<Row<RegisteredGroupResponse>>(`select ${GROUP} order by g.active desc, g.tier, g.name_lv, g.id`);
    return rows.map((row) => ({ ...row, abilities: abilities(actor) }));
  }

  /** Throws `identity.group.not-found`. */
  async group(actor: Actor, id: string): Promise<RegisteredGroupResponse> {
    const [row] = await this.database.query<Row<RegisteredGroupResponse>>(`select ${GROUP} where g.id = $1`, [id]);
    if (!row) throw notFound('identity.group');
    return { ...row, abilities: abilities(actor) };
  }
}

const abilities = (actor: Actor): { change: boolean } => ({ change: holds(actor, 'organisation.write') });
