import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '#kernel';
import type { Queryable, Tx } from '#platform';

export const INSTITUTION_KINDS = ['ministry', 'agency', 'service', 'office', 'municipality', 'provider', 'other'] as const;

export type InstitutionKind = (typeof INSTITUTION_KINDS)[number];

export interface NewInstitution {
  readonly nameLv: string;
  readonly nameEn: string;
  readonly kind: InstitutionKind;
  readonly isClient: boolean;
  /** `YYYY-MM-DD`. */
  readonly activeFrom: string;
  readonly parentId: string | null;
}

export interface NewGroup {
  readonly nameLv: string;
  readonly nameEn: string;
  readonly tier: number;
  readonly isUserSupport: boolean;
  readonly calendarCode: string;
  readonly email: string | null;
}

/** Institutions and support groups. */
@Injectable()
export class Organisation {
  async addInstitution(tx: Tx, institution: NewInstitution): Promise<string> {
    const id = randomUUID();
    const { nameLv, nameEn, kind, isClient, activeFrom, parentId } = institution;
    await tx.execute(
      `insert into identity.institution (id, name_lv, name_en, kind, is_client, active_from, parent_id) values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, nameLv, nameEn, kind, isClient, activeFrom, parentId],
    );
    return id;
  }

  async addGroup(tx: Tx, group: NewGroup): Promise<string> {
    const id = randomUUID();
    const { nameLv, nameEn, tier, isUserSupport, calendarCode, email } = group;
    const added = await tx.execute(
      `insert into identity.support_group (id, name_lv, name_en, tier, is_user_support, calendar_code, email)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (name_lv) do nothing`,
      [id, nameLv, nameEn, tier, isUserSupport, calendarCode, email],
    );
    if (added === 0) throw new DomainError('identity.group-name-taken', { name: nameLv }, 'conflict');
    return id;
  }

  /** False where the person is a member already. */
  async addMember(tx: Tx, groupId: string, userId: string): Promise<boolean> {
    const sql = `insert into identity.group_member (group_id, user_id) values ($1, $2) on conflict do nothing`;
    return (await tx.execute(sql, [groupId, userId])) > 0;
  }

  /** False where the person is no member. */
  async removeMember(tx: Tx, groupId: string, userId: string): Promise<boolean> {
    return (await tx.execute(`delete from identity.group_member where group_id = $1 and user_id = $2`, [groupId, userId])) > 0;
  }

  /** Makes a member the group's one lead. */
  async setLead(tx: Tx, groupId: string, userId: string): Promise<void> {
    const set = await tx.execute(
      `update identity.support_group g set lead_id = $2 where g.id = $1
         and exists (select 1 from identity.group_member m where m.group_id = g.id and m.user_id = $2)`,
      [groupId, userId],
    );
    if (set === 0) throw new DomainError('identity.lead-not-member', {}, 'rule-broken');
  }

  /** The Centre itself: the institution that provides the services. */
  async provider(on: Queryable): Promise<string | undefined> {
    const [row] = await on.query<{ id: string }>(
      `select id from identity.institution where kind = 'provider' order by active_from, id limit 1`,
    );
    return row?.id;
  }

  /** Refuses (not-found) unless the institution exists. */
  async requireInstitution(on: Queryable, id: string): Promise<void> {
    const rows = await on.query(`select 1 from identity.institution where id = $1`, [id]);
    if (rows.length === 0) throw notFound('identity.institution');
  }
}
