import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '#kernel';
import { ts, type Queryable, type Tx } from '#platform';
import type { GrantRequest } from '../domain/grant-rules.js';
import { type GrantScope, type Role, ROLES_WITH_SECOND_APPROVER } from '../domain/role.js';

/** Roles that somebody always holds. */
export const NEVER_EMPTY = ['administrator', 'manager'] as const;

export interface GrantSigns {
  readonly grantedBy: string | null;
  readonly approvedBy: string | null;
  readonly withoutApprover: boolean;
  readonly reason?: string;
  /** The outside source from which it follows (`oidc:<code>`); none where a person gave it. */
  readonly source?: string | null;
}

/** Who holds which role over what. */
export interface Held {
  readonly userId: string;
  readonly role: Role;
  readonly scope: GrantScope;
  readonly scopeId: string | null;
}

/** Counts the grant `g` now? */
export const HELD = `g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())`;

/** Is the role of the grant `g` one that nobody gets alone? */
export const ELEVATED = `g.role in (${[...ROLES_WITH_SECOND_APPROVER].map((role) => `'${role}'`).join(', ')})`;

/** Roles given to people. */
@Injectable()
export class Grants {
  async add(tx: Tx, grant: GrantRequest, { grantedBy, approvedBy, withoutApprover, reason, source }: GrantSigns): Promise<string> {
    const id = randomUUID();
    await tx.execute(
      `insert into identity.role_grant (id, user_id, role, scope, scope_id, valid_from, valid_to, granted_by, approved_by, without_approver, reason, source)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        grant.userId,
        grant.role,
        grant.scope,
        grant.scopeId,
        ts(grant.validFrom),
        ts(grant.validTo),
        grantedBy,
        approvedBy,
        withoutApprover,
        reason ?? null,
        source ?? null,
      ],
    );
    return id;
  }

  /** Does any active person hold the role now? */
  async anyHolds(on: Queryable, role: Role): Promise<boolean> {
    const [row] = await on.query<{ held: boolean }>(
      `select exists (select 1 from identity.role_grant g join identity.app_user u on u.id = g.user_id
         where g.role = $1 and u.active and ${HELD}) as held`,
      [role],
    );
    return row?.held ?? false;
  }

  /** Does the person hold this very role now, or from a later day on? */
  async isHeld(tx: Tx, { userId, role, scope, scopeId }: Held): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from identity.role_grant g where g.user_id = $1 and g.role = $2 and g.scope = $3 and g.scope_id is not distinct from $4
         and (g.valid_to is null or g.valid_to > now())`,
      [userId, role, scope, scopeId],
    );
    return rows.length > 0;
  }

  /**
   * Somebody must be left who administers, and somebody who answers for what is given: without a manager the next one would be given by the
   * administrator alone (DOMAIN 9). Throws `identity.last-administrator`, `identity.last-manager`.
   */
  async requireAnother(tx: Tx, userId: string, roles: readonly Role[] = NEVER_EMPTY): Promise<void> {
    for (const role of roles) if (await this.isIndispensable(tx, userId, role)) throw new DomainError(`identity.last-${role}`);
  }

  /** Would nobody be left with a role that is never to be without somebody? */
  async isIndispensable(tx: Tx, userId: string, role: Role): Promise<boolean> {
    return NEVER_EMPTY.some((one) => one === role) && (await this.isLastHolder(tx, role, userId));
  }

  /** Is this the only active person who holds the role? Those who would end the last two take turns. */
  private async isLastHolder(tx: Tx, role: Role, userId: string): Promise<boolean> {
    await tx.query(`select pg_advisory_xact_lock(hashtext($1))`, [`identity holders ${role}`]);
    const rows = await tx.query<{ userId: string }>(
      `select distinct g.user_id as "userId" from identity.role_grant g join identity.app_user u on u.id = g.user_id
       where g.role = $1 and u.active and ${HELD} limit 2`,
      [role],
    );
    return rows.length === 1 && rows[0]?.userId === userId;
  }

  /** A grant that counts now, under lock. Throws `identity.grant.not-found`. */
  async lockHeld(tx: Tx, id: string): Promise<Held> {
    const [row] = await tx.query<Held>(
      `select g.user_id as "userId", g.role, g.scope, g.scope_id as "scopeId" from identity.role_grant g where g.id = $1 and ${HELD} for update`,
      [id],
    );
    if (!row) throw notFound('identity.grant');
    return row;
  }

  /** What a person holds now because an outside source says so. */
  async heldFrom(tx: Tx, userId: string, source: string): Promise<{ readonly id: string; readonly role: Role }[]> {
    return tx.query(`select g.id, g.role from identity.role_grant g where g.user_id = $1 and g.source = $2 and ${HELD} order by g.role`, [
      userId,
      source,
    ]);
  }

  /** It counts no more from the next request on. */
  async end(tx: Tx, id: string, endedBy: string | null, reason: string): Promise<void> {
    await tx.execute(
      `update identity.role_grant set valid_to = greatest(now(), valid_from + interval '1 microsecond'), ended_by = $2, ended_reason = $3 where id = $1`,
      [id, endedBy, reason],
    );
  }
}
