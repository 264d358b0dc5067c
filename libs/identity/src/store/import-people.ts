import type { Tx } from '#platform';
import type { Locale } from '../domain/actor.js';
import type { GrantScope, Role } from '../domain/role.js';
import { searchText } from '../domain/search-text.js';
import { stableId } from '../domain/stable-id.js';
import type { InstitutionKind } from './organisation.js';

export interface ImportedInstitution {
  readonly id: string;
  readonly nameLv: string;
  readonly nameEn: string;
  readonly kind: InstitutionKind;
  readonly isClient: boolean;
  /** `YYYY-MM-DD`. */
  readonly activeFrom: string;
  readonly parentId?: string | null;
}

export interface ImportedPerson {
  readonly id: string;
  /** Null or left out: cannot sign in. In its folded form. */
  readonly login?: string | null;
  readonly name: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly locale?: Locale;
  readonly institutionId: string;
}

export interface ImportedGroup {
  readonly id: string;
  readonly nameLv: string;
  readonly nameEn: string;
  readonly tier: number;
  readonly isUserSupport: boolean;
  readonly calendarCode: string;
  readonly email?: string | null;
}

export interface ImportedMember {
  readonly groupId: string;
  readonly userId: string;
  readonly lead?: boolean;
}

export interface ImportedGrant {
  readonly userId: string;
  readonly role: Role;
  readonly scope?: GrantScope;
  readonly scopeId?: string | null;
}

/*
 * Taking in many rows at once, for first data and for history from elsewhere: one statement each, under ids of the caller's
 * own (`stableId`), so that a run that was interrupted may be run again. Rows that are there already stay as they are.
 * Each answers how many rows were new.
 */

export async function importInstitutions(tx: Tx, rows: readonly ImportedInstitution[]): Promise<number> {
  return tx.execute(
    `insert into identity.institution (id, name_lv, name_en, kind, is_client, active_from, parent_id)
     select id, "nameLv", "nameEn", kind, "isClient", "activeFrom", "parentId"
     from jsonb_to_recordset($1::jsonb) as r(id uuid, "nameLv" text, "nameEn" text, kind text, "isClient" boolean, "activeFrom" date, "parentId" uuid)
     on conflict (id) do nothing`,
    [JSON.stringify(rows)],
  );
}

export async function importPeople(tx: Tx, rows: readonly ImportedPerson[]): Promise<number> {
  return tx.execute(
    `insert into identity.app_user (id, login, name, search_text, email, phone, locale, institution_id)
     select id, login, name, "searchText", email, phone, coalesce(locale, 'lv'), "institutionId"
     from jsonb_to_recordset($1::jsonb) as r(id uuid, login text, name text, "searchText" text, email text, phone text, locale text, "institutionId" uuid)
     on conflict (id) do nothing`,
    [JSON.stringify(rows.map((row) => ({ ...row, searchText: searchText(row) })))],
  );
}

export async function importGroups(tx: Tx, rows: readonly ImportedGroup[]): Promise<number> {
  return tx.execute(
    `insert into identity.support_group (id, name_lv, name_en, tier, is_user_support, calendar_code, email)
     select id, "nameLv", "nameEn", tier, "isUserSupport", "calendarCode", email
     from jsonb_to_recordset($1::jsonb) as r(id uuid, "nameLv" text, "nameEn" text, tier int, "isUserSupport" boolean, "calendarCode" text, email text)
     on conflict (id) do nothing`,
    [JSON.stringify(rows)],
  );
}

/** Puts people into groups; who is marked so becomes the group's lead where it has none. */
export async function importMembers(tx: Tx, rows: readonly ImportedMember[]): Promise<number> {
  const added = await tx.execute(
    `insert into identity.group_member (group_id, user_id)
     select "groupId", "userId" from jsonb_to_recordset($1::jsonb) as r("groupId" uuid, "userId" uuid)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
  await tx.execute(
    `update identity.support_group g set lead_id = r."userId"
     from jsonb_to_recordset($1::jsonb) as r("groupId" uuid, "userId" uuid) where g.id = r."groupId" and g.lead_id is null`,
    [JSON.stringify(rows.filter(({ lead }) => lead))],
  );
  return added;
}

/** Grants without a granter, as the operator at the machine makes them: for good, marked as `decideGrant` says. */
export async function importGrants(tx: Tx, rows: readonly ImportedGrant[]): Promise<number> {
  const withIds = rows.map(({ userId, role, scope = 'all', scopeId = null }) => ({
    id: stableId('grant', userId, role, scope, scopeId ?? ''),
    userId,
    role,
    scope,
    scopeId,
  }));
  return tx.execute(
    `insert into identity.role_grant (id, user_id, role, scope, scope_id, without_approver)
     select id, "userId", role, scope, "scopeId", role in ('manager', 'auditor', 'administrator')
     from jsonb_to_recordset($1::jsonb) as r(id uuid, "userId" uuid, role text, scope text, "scopeId" uuid)
     on conflict (id) do nothing`,
    [JSON.stringify(withIds)],
  );
}
