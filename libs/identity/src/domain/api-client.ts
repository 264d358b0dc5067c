import type { Actor, Locale } from './actor.js';
import type { Right } from './rights.js';
import { newSecret } from './session-secret.js';

/**
 * What a client may be given: rights of a coordinator, for one institution. A client never reaches more than the coordinator of its institution,
 * and of that only what was chosen; decisions and ratings are people's.
 */
export const CLIENT_SCOPES = [
  'ticket.create',
  'ticket.read',
  'people.read',
  'institution.read',
  'service.read',
  'cmdb.read',
  'change.draft',
  'change.calendar',
  'kpi.read',
  'report.read',
  'scorecard.read',
  'rating.read',
  'survey.results',
] as const satisfies readonly Right[];

export type ClientScope = (typeof CLIENT_SCOPES)[number];

/** A token is issued for so many days at most. */
export const TOKEN_DAYS_MAX = 365;

export const PER_MINUTE_MAX = 6000;

const MARK = 'atb_';
const PREFIX_LENGTH = 10;

/** A new token: 256 random bits behind a mark that scanners for lost secrets know again. */
export function newClientToken(): { readonly token: string; readonly prefix: string } {
  const token = `${MARK}${newSecret()}`;
  return { token, prefix: token.slice(0, PREFIX_LENGTH) };
}

/** Who acts for a client: its institution's coordinator, narrowed to what was chosen. */
export function clientActor(client: {
  readonly id: string;
  readonly institutionId: string;
  readonly locale: Locale;
  readonly scopes: readonly Right[];
}): Actor {
  const { id, institutionId, locale, scopes } = client;
  return {
    ...{ id, login: '', locale, institutionId },
    // What it has filed itself is its own, as with everybody (DOMAIN 9: "every user is also RQ").
    roles: ['requester', 'institution_coordinator'],
    grants: [
      { role: 'requester', scope: 'all', scopeId: null },
      { role: 'institution_coordinator', scope: 'institution', scopeId: institutionId },
    ],
    ...{ groupIds: [], leadOfGroupIds: [], userSupport: false },
    scopes: new Set(scopes),
  };
}
