import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { Database, type Queryable, Settings } from '#platform';
import type { Actor, ActorGrant, Locale } from '../domain/actor.js';
import { WATCHING_ROLES } from '../domain/role.js';
import { hashSecret } from '../domain/session-secret.js';
import { HELD } from '../store/grants.js';
import { Sessions, TOUCH_SECONDS } from '../store/sessions.js';

interface ActorRow {
  id: string;
  login: string | null;
  locale: Locale;
  institution_id: string;
  grants: ActorGrant[];
  groups: { id: string; lead: boolean; support: boolean }[];
}

interface SignedInRow extends ActorRow {
  last_seen_at: Instant;
  now: Instant;
}

const COLUMNS = `u.id, u.login, u.locale, u.institution_id,
  coalesce((select json_agg(json_build_object('role', g.role, 'scope', g.scope, 'scopeId', g.scope_id) order by g.role, g.scope_id)
    from identity.role_grant g
    where g.user_id = u.id and ${HELD}), '[]') as grants,
  coalesce((select json_agg(json_build_object('id', s.id, 'lead', s.lead_id is not distinct from u.id, 'support', s.is_user_support) order by s.id)
    from identity.group_member m join identity.support_group s on s.id = m.group_id
    where m.user_id = u.id and s.active), '[]') as groups`;

/**
 * Reads who acts, with roles and groups as they are at this moment: one statement for each request and nothing cached, so
 * that a session that was ended, a grant that ran out and a group that was left count from the next request on.
 */
@Injectable()
export class ActorReader {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly settings: Settings,
  ) {}

  /**
   * The person of a session, or undefined where the session is unknown, ended, has run out or waits for a second step, or the person has left.
   * Asking counts as use of the session; an open stream that looks whether it may go on asks with `touch` false.
   */
  async bySession(sessionId: string, { touch = true }: { readonly touch?: boolean } = {}): Promise<Actor | undefined> {
    const idHash = hashSecret(sessionId);
    // Prepared under a name, once for each connection: it runs before every request, and planning it takes longer than running it.
    const { rows } = await this.database.pool.query<SignedInRow>({
      name: 'identity.actor-by-session',
      text: `select ${COLUMNS}, s.last_seen_at, now() as now
       from identity.session s join identity.app_user u on u.id = s.user_id
       where s.id_hash = $1 and s.awaits is null and u.active and s.expires_at > now() and s.last_seen_at > now() - make_interval(mins => $2)`,
      values: [idHash, this.settings.sessionIdleMinutes],
    });
    const [row] = rows;
    if (!row) return undefined;
    if (touch && row.now - row.last_seen_at > TOUCH_SECONDS * 1_000_000) await this.sessions.touch(idHash);
    return toActor(row);
  }

  /** The person with this id, if he is active: for what acts later on his behalf. In `on`, if given, with its own writes. */
  async byId(id: string, on: Queryable = this.database): Promise<Actor | undefined> {
    const [row] = await on.query<ActorRow>(`select ${COLUMNS} from identity.app_user u where u.id = $1 and u.active`, [id]);
    return row && toActor(row);
  }
}

/** DOMAIN 9: "every user is also RQ", except accounts that only watch (see `WATCHING_ROLES`). */
function withRequester(grants: readonly ActorGrant[]): readonly ActorGrant[] {
  const watchesOnly = grants.length > 0 && grants.every(({ role }) => WATCHING_ROLES.has(role));
  return watchesOnly || grants.some(({ role }) => role === 'requester')
    ? grants
    : [{ role: 'requester', scope: 'all', scopeId: null }, ...grants];
}

function toActor(row: ActorRow): Actor {
  const grants = withRequester(row.grants);
  return {
    id: row.id,
    login: row.login ?? '',
    locale: row.locale,
    institutionId: row.institution_id,
    roles: [...new Set(grants.map(({ role }) => role))],
    grants,
    groupIds: row.groups.map(({ id }) => id),
    leadOfGroupIds: row.groups.filter(({ lead }) => lead).map(({ id }) => id),
    userSupport: row.groups.some(({ support }) => support),
  };
}
