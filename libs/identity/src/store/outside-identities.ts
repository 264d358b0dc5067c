import { Injectable } from '@nestjs/common';
import { ts, type Queryable, type Tx } from '#platform';
import { ELEVATED, HELD } from './grants.js';

/** A person as far as it matters to whether an outside source may let him in. */
export interface KnownPerson {
  readonly id: string;
  readonly active: boolean;
  /** Identifiers of his institution by which sources name it. */
  readonly externalId: string | null;
  readonly registrationNo: string | null;
  /** Holds a role that a second person approved, or administers. */
  readonly elevated: boolean;
  readonly administers: boolean;
}

export type LinkedBy = 'external-id' | 'mail' | 'added';

const PERSON = `select u.id, u.active, i.external_id as "externalId", i.registration_no as "registrationNo",
    exists (select 1 from identity.role_grant g where g.user_id = u.id and ${HELD} and ${ELEVATED}) as elevated,
    exists (select 1 from identity.role_grant g where g.user_id = u.id and ${HELD} and g.role = 'administrator') as administers
  from identity.app_user u join identity.institution i on i.id = u.institution_id`;

/** Who people are at providers, and who they are here. */
@Injectable()
export class OutsideIdentities {
  /** The person behind an identity, whose use is noted; he is held until the transaction ends. */
  async use(tx: Tx, issuer: string, subject: string): Promise<KnownPerson | undefined> {
    const [found] = await tx.query<{ user_id: string }>(
      `update identity.outside_identity set last_used_at = $3 where issuer = $1 and subject = $2 returning user_id`,
      [issuer, subject, ts(tx.now)],
    );
    return found && this.hold(tx, found.user_id);
  }

  async link(
    tx: Tx,
    identity: { issuer: string; subject: string; provider: string; userId: string; linkedBy: LinkedBy },
  ): Promise<boolean> {
    const { issuer, subject, provider, userId, linkedBy } = identity;
    const added = await tx.execute(
      `insert into identity.outside_identity (issuer, subject, user_id, provider, linked_by, created_at, last_used_at)
       values ($1, $2, $3, $4, $5, $6, $6) on conflict do nothing`,
      [issuer, subject, userId, provider, linkedBy, ts(tx.now)],
    );
    return added === 1;
  }

  /** Active people by external identifier. */
  async byExternalId(tx: Tx, externalId: string): Promise<KnownPerson | undefined> {
    const [row] = await tx.query<KnownPerson>(`${PERSON} where u.external_id = $1 and u.active for no key update of u`, [externalId]);
    return row;
  }

  /** The one active person with this address; undefined where nobody has it, or several do. */
  async byMail(tx: Tx, mail: string): Promise<KnownPerson | undefined> {
    const rows = await tx.query<KnownPerson>(`${PERSON} where lower(u.email) = $1 and u.active limit 2 for no key update of u`, [mail]);
    return rows.length === 1 ? rows[0] : undefined;
  }

  /** Is an identity at any provider linked to him already? A second one of the same provider is nobody's by mistake. */
  async hasAt(tx: Tx, userId: string, provider: string): Promise<boolean> {
    const rows = await tx.query(`select 1 from identity.outside_identity where user_id = $1 and provider = $2`, [userId, provider]);
    return rows.length > 0;
  }

  /** Does somebody who is or was here have the external identifier or the address? */
  async isTaken(tx: Tx, { externalId, mail }: { readonly externalId: string | null; readonly mail: string | null }): Promise<boolean> {
    const rows = await tx.query(`select 1 from identity.app_user where external_id = $1 or lower(email) = $2 limit 1`, [externalId, mail]);
    return rows.length > 0;
  }

  async hasLogin(tx: Tx, login: string): Promise<boolean> {
    return (await tx.query(`select 1 from identity.app_user where login = $1`, [login])).length > 0;
  }

  /** The institution that a source names, by external identifier or registration number. */
  async institution(
    on: Queryable,
    named: string,
  ): Promise<{ id: string; externalId: string | null; registrationNo: string | null } | undefined> {
    const rows = await on.query<{ id: string; externalId: string | null; registrationNo: string | null }>(
      `select id, external_id as "externalId", registration_no as "registrationNo" from identity.institution
       where (external_id = $1 or registration_no = $1) and active_from <= (now() at time zone 'Europe/Riga')::date
         and (active_to is null or active_to > (now() at time zone 'Europe/Riga')::date) limit 2`,
      [named],
    );
    return rows.length === 1 ? rows[0] : undefined;
  }

  private async hold(tx: Tx, id: string): Promise<KnownPerson | undefined> {
    const [row] = await tx.query<KnownPerson>(`${PERSON} where u.id = $1 for no key update of u`, [id]);
    return row;
  }
}
