import { Injectable } from '@nestjs/common';
import { notFound } from '#kernel';
import { Database, Settings } from '#platform';
import type { Actor, Locale, Theme } from '../domain/actor.js';
import { homeOf } from '../domain/home-of.js';
import { rightsOf } from '../domain/scope-of.js';
import { csrfTokenOf } from '../domain/session-secret.js';
import type { MeResponse } from '../http/responses/me.response.js';
import { Directories } from '../outside/directories.js';

interface MeRow {
  login: string;
  name: string;
  email: string | null;
  phone: string | null;
  locale: Locale;
  theme: Theme;
  institution_id: string;
  institution_name: string;
  groups: { id: string; name: string; lead: boolean }[];
  has_password: boolean;
  source: string | null;
}

/** What the interface knows of the person in front of it. */
@Injectable()
export class MeReader {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly directories: Directories,
  ) {}

  async read(actor: Actor, sessionId: string): Promise<MeResponse> {
    const [row] = await this.database.query<MeRow>(
      `select u.login, u.name, u.email, u.phone, u.locale, u.theme, u.password_hash is not null as has_password, u.source, i.id as institution_id,
         case u.locale when 'lv' then i.name_lv else i.name_en end as institution_name,
         coalesce((select json_agg(json_build_object('id', g.id, 'name', case u.locale when 'lv' then g.name_lv else g.name_en end,
             'lead', g.lead_id is not distinct from u.id) order by g.tier, g.name_lv)
           from identity.group_member m join identity.support_group g on g.id = m.group_id where m.user_id = u.id and g.active), '[]') as groups
       from identity.app_user u join identity.institution i on i.id = u.institution_id where u.id = $1`,
      [actor.id],
    );
    if (!row) throw notFound('identity.user');
    const { login, name, email, phone, locale, theme, groups } = row;
    return {
      id: actor.id,
      login,
      name,
      email,
      phone,
      locale,
      theme,
      institution: { id: row.institution_id, name: row.institution_name },
      roles: [...actor.roles],
      groups,
      rights: rightsOf(actor),
      csrfToken: csrfTokenOf(sessionId),
      demo: this.settings.demo,
      home: homeOf(actor),
      ownPassword: row.has_password && !this.directories.ofSource(row.source),
    };
  }
}
