import { DomainError, fieldRefused, notFound } from '#kernel';
import type { Queryable, Tx } from '#platform';

type Tree = 'identity.institution' | 'identity.org_unit';

/** Refuses a record that would come to stand below itself. Trees are moved one at a time, so that two moves cannot make a ring together. */
export async function requireNoRing(tx: Tx, tree: Tree, id: string, parentId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext($1))`, [`${tree} tree`]);
  const above = await tx.query(
    `with recursive above as (
       select id, parent_id from ${tree} where id = $1 union select p.id, p.parent_id from ${tree} p join above a on p.id = a.parent_id)
     select 1 from above where id = $2`,
    [parentId, id],
  );
  if (above.length > 0) throw fieldRefused('identity.parent-below', 'parentId');
}

export async function requireInstitution(on: Queryable, id: string, field: string): Promise<void> {
  if ((await on.query(`select 1 from identity.institution where id = $1`, [id])).length === 0)
    throw fieldRefused('identity.institution.not-found', field);
}

/** A unit that is in use, of this institution. */
export async function requireUnit(on: Queryable, id: string, institutionId: string, field: string): Promise<void> {
  const rows = await on.query(`select 1 from identity.org_unit where id = $1 and institution_id = $2 and active`, [id, institutionId]);
  if (rows.length === 0) throw fieldRefused('identity.unit.not-found', field);
}

export async function requireActivePerson(on: Queryable, id: string): Promise<void> {
  if ((await on.query(`select 1 from identity.app_user where id = $1 and active`, [id])).length === 0) throw notFound('identity.user');
}

export async function requireLeadAmongMembers(on: Queryable, groupId: string, leadId: string): Promise<void> {
  const rows = await on.query(`select 1 from identity.group_member where group_id = $1 and user_id = $2`, [groupId, leadId]);
  if (rows.length === 0) throw fieldRefused('identity.lead-not-member', 'leadId');
}

/** What a role is narrowed to must be there: an institution or a group that is in use. Processes are not known here. */
export async function requireScope(on: Queryable, scope: string, scopeId: string | null): Promise<void> {
  if (scope === 'all' || scopeId === null) return;
  const table = scope === 'institution' ? 'identity.institution' : 'identity.support_group';
  if ((await on.query(`select 1 from ${table} where id = $1`, [scopeId])).length === 0)
    throw new DomainError(`identity.${scope === 'institution' ? 'institution' : 'group'}.not-found`, {}, 'invalid', [
      { pointer: '/scopeId', code: 'identity.scope-unknown' },
    ]);
}

/** Today in Riga, by the database's clock, `YYYY-MM-DD`. */
export async function todayIn(on: Queryable): Promise<string> {
  const [row] = await on.query<{ today: string }>(`select to_char(now() at time zone 'Europe/Riga', 'YYYY-MM-DD') as today`);
  return row!.today;
}
