import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Instant, notFound } from '#kernel';
import { ts, type Tx } from '#platform';
import type { GrantScope, Role } from '../domain/role.js';

export interface NewGrantRequest {
  readonly userId: string;
  readonly role: Role;
  readonly scope: GrantScope;
  readonly scopeId: string | null;
  readonly validTo: Instant | null;
  readonly reason: string;
  /** Null where an outside source says that the role follows. */
  readonly requestedBy: string | null;
  readonly source?: string | null;
}

export interface GrantRequestRecord extends NewGrantRequest {
  readonly id: string;
  readonly state: 'pending' | 'approved' | 'refused' | 'withdrawn';
}

export interface Decision {
  readonly state: 'approved' | 'refused' | 'withdrawn';
  readonly by: string | null;
  readonly reason: string | null;
  readonly grantId: string | null;
}

/** Roles asked for that a second person has to approve. */
@Injectable()
export class GrantRequests {
  async add(tx: Tx, request: NewGrantRequest): Promise<string> {
    const id = randomUUID();
    const { userId, role, scope, scopeId, validTo, reason, requestedBy, source = null } = request;
    await tx.execute(
      `insert into identity.grant_request (id, user_id, role, scope, scope_id, valid_to, reason, requested_by, requested_at, source)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, userId, role, scope, scopeId, ts(validTo), reason, requestedBy, ts(tx.now), source],
    );
    return id;
  }

  /** Under lock. Throws `identity.grant-request.not-found`. */
  async lock(tx: Tx, id: string): Promise<GrantRequestRecord> {
    const [row] = await tx.query<GrantRequestRecord>(
      `select id, user_id as "userId", role, scope, scope_id as "scopeId", valid_to as "validTo", reason, requested_by as "requestedBy", source, state
       from identity.grant_request where id = $1 for update`,
      [id],
    );
    if (!row) throw notFound('identity.grant-request');
    return row;
  }

  async isPending(
    tx: Tx,
    { userId, role, scope, scopeId }: Omit<NewGrantRequest, 'reason' | 'requestedBy' | 'validTo' | 'source'>,
  ): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from identity.grant_request
       where user_id = $1 and role = $2 and scope = $3 and scope_id is not distinct from $4 and state = 'pending'`,
      [userId, role, scope, scopeId],
    );
    return rows.length > 0;
  }

  /** What waits for a second person because an outside source says that the role follows. */
  async pendingFrom(tx: Tx, userId: string, source: string): Promise<{ readonly id: string; readonly role: Role }[]> {
    return tx.query(`select id, role from identity.grant_request where user_id = $1 and source = $2 and state = 'pending' for update`, [
      userId,
      source,
    ]);
  }

  /** Has somebody refused what this source asks for? */
  async wasRefused(tx: Tx, userId: string, role: Role, source: string): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from identity.grant_request where user_id = $1 and role = $2 and source = $3 and state = 'refused'`,
      [userId, role, source],
    );
    return rows.length > 0;
  }

  async decide(tx: Tx, id: string, { state, by, reason, grantId }: Decision): Promise<void> {
    await tx.execute(
      `update identity.grant_request set state = $2, decided_by = $3, decided_at = $4, decision_reason = $5, grant_id = $6 where id = $1`,
      [id, state, by, ts(tx.now), reason, grantId],
    );
  }
}
