import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '#platform';
import { HELD } from '../store/grants.js';

/** A client institution with its people. */
export interface ClientInstitution {
  readonly id: string;
  readonly nameLv: string;
  readonly nameEn: string;
  /** Active people at home in it. */
  readonly users: number;
}

/** An active person of a client institution who can be written to. */
export interface ClientPerson {
  readonly id: string;
  /** Coordinates his own institution. */
  readonly coordinator: boolean;
}

const ACTIVE = `i.is_client and i.active_from <= $1::date and (i.active_to is null or i.active_to > $1::date)`;

/** The register of client institutions: which there are on a day, and who can be asked in them. */
@Injectable()
export class ClientRegister {
  constructor(private readonly database: Database) {}

  /** All client institutions that are active on `date` (`YYYY-MM-DD`), by their Latvian name. */
  async institutions(date: string, on: Queryable = this.database): Promise<ClientInstitution[]> {
    return on.query<ClientInstitution>(
      `select i.id, i.name_lv as "nameLv", i.name_en as "nameEn", count(u.id)::int as users
       from identity.institution i left join identity.app_user u on u.institution_id = i.id and u.active
       where ${ACTIVE} group by i.id order by i.name_lv, i.id`,
      [date],
    );
  }

  /** Their active people who have an address for mail, by institution. */
  async people(date: string, on: Queryable = this.database): Promise<ReadonlyMap<string, readonly ClientPerson[]>> {
    const rows = await on.query<{ institutionId: string; people: ClientPerson[] }>(
      `select u.institution_id as "institutionId", jsonb_agg(jsonb_build_object('id', u.id, 'coordinator', exists (
         select from identity.role_grant g where g.user_id = u.id and g.role = 'institution_coordinator'
           and (g.scope = 'all' or (g.scope = 'institution' and g.scope_id = u.institution_id))
           and ${HELD})) order by u.id) as people
       from identity.app_user u join identity.institution i on i.id = u.institution_id
       where ${ACTIVE} and u.active and u.email is not null group by u.institution_id`,
      [date],
    );
    return new Map(rows.map(({ institutionId, people }) => [institutionId, people]));
  }
}
