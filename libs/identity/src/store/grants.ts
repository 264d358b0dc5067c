import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ts, type Queryable, type Tx } from '#platform';
import type { GrantRequest } from '../domain/grant-rules.js';
import type { Role } from '../domain/role.js';

export interface GrantSigns {
  readonly grantedBy: string | null;
  readonly approvedBy: string | null;
  readonly withoutApprover: boolean;
}

/** Roles given to people. */
@Injectable()
export class Grants {
  async add(tx: Tx, grant: GrantRequest, { grantedBy, approvedBy, withoutApprover }: GrantSigns): Promise<string> {
    const id = randomUUID();
    await tx.execute(
      `insert into identity.role_grant (id, user_id, role, scope, scope_id, valid_from, valid_to, granted_by, approved_by, without_approver)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
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
      ],
    );
    return id;
  }

  /** Does any active person hold the role now? */
  async anyHolds(on: Queryable, role: Role): Promise<boolean> {
    const [row] = await on.query<{ held: boolean }>(
      `select exists (select 1 from identity.role_grant g join identity.app_user u on u.id = g.user_id
         where g.role = $1 and u.active and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())) as held`,
      [role],
    );
    return row?.held ?? false;
  }
}
