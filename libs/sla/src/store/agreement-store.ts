import { Injectable } from '@nestjs/common';
import { DomainError, type Instant, notFound } from '#kernel';
import type { Queryable, Tx } from '#platform';
import type { AgreementTerms, PolicyAgreement } from '../domain/agreement.js';

/** An agreement as it stands now. */
export interface AgreementRow extends AgreementTerms {
  readonly id: string;
  readonly version: number;
  /** By the date in Riga at the time of the reading. */
  readonly state: 'coming' | 'in_force' | 'ended';
}

/** An agreement in force that names a policy. */
export interface NamingAgreement extends PolicyAgreement {
  readonly reference: string;
  readonly policyLv: string;
  readonly policyEn: string;
}

export type AgreementAct = 'concluded' | 'changed' | 'ended';

/** A version of an agreement, with who made it. */
export interface AgreementVersionRow {
  readonly version: number;
  readonly terms: AgreementTerms;
  readonly act: AgreementAct;
  readonly reason: string | null;
  readonly actorId: string;
  readonly at: Instant;
}

const TODAY = `(clock_timestamp() at time zone 'Europe/Riga')::date`;

const TERMS = `kind, reference, service_id as "serviceId", institution_id as "institutionId", group_id as "groupId", supplier, policy_id as "policyId",
  valid_from as "validFrom", valid_to as "validTo", note`;

const STATE = `case when valid_to is not null and (valid_to <= ${TODAY} or valid_to = valid_from) then 'ended'
  when valid_from > ${TODAY} then 'coming' else 'in_force' end`;

const SELECT = `select id, version, ${TERMS}, ${STATE} as state from sla.agreement`;

const EXCLUSION_VIOLATION = '23P01';

/** Agreements with their versions, as they are kept. */
@Injectable()
export class AgreementStore {
  /** All agreements: those in force first, then those to come, then those that are over. */
  async list(on: Queryable): Promise<AgreementRow[]> {
    return on.query<AgreementRow>(
      `select * from (${SELECT}) a order by array_position(array['in_force', 'coming', 'ended'], a.state), a.kind = 'uc', a.kind = 'ola',
         a."validFrom" desc, a.reference, a.id limit 1000`,
    );
  }

  /** Throws `sla.agreement.not-found`. */
  async one(on: Queryable, id: string, lock = ''): Promise<AgreementRow> {
    const [row] = await on.query<AgreementRow>(`${SELECT} where id = $1 ${lock}`, [id]);
    if (!row) throw notFound('sla.agreement');
    return row;
  }

  lock(tx: Tx, id: string): Promise<AgreementRow> {
    return this.one(tx, id, 'for update');
  }

  /** The versions of an agreement, the latest first. */
  async versions(on: Queryable, id: string): Promise<AgreementVersionRow[]> {
    return on.query<AgreementVersionRow>(
      `select version, terms, act, reason, actor_id as "actorId", at from sla.agreement_version where agreement_id = $1 order by version desc`,
      [id],
    );
  }

  /** The agreements in force that decide policies. */
  async naming(on: Queryable): Promise<NamingAgreement[]> {
    return on.query<NamingAgreement>(
      `select a.id, a.reference, a.service_id as "serviceId", a.institution_id as "institutionId", a.policy_id as "policyId",
         p.name_lv as "policyLv", p.name_en as "policyEn"
       from sla.agreement a join sla.policy p on p.id = a.policy_id
       where daterange(a.valid_from, a.valid_to) @> ${TODAY}
         and exists (select 1 from sla.policy_version v where v.policy_id = p.id and v.valid_from <= clock_timestamp())
       order by a.reference, a.id`,
    );
  }

  /** All agreements that decide or once decided policies, each with the instants between which it does. */
  async everNaming(on: Queryable): Promise<(PolicyAgreement & { readonly from: Instant; readonly to: Instant | null })[]> {
    const midnight = (date: string): string => `(${date}::timestamp at time zone 'Europe/Riga')`;
    return on.query(
      `select id, service_id as "serviceId", institution_id as "institutionId", policy_id as "policyId", ${midnight('valid_from')} as "from",
         ${midnight('valid_to')} as "to"
       from sla.agreement where policy_id is not null order by reference, id`,
    );
  }

  /** The date in Riga. */
  async today(on: Queryable): Promise<string> {
    const [row] = await on.query<{ today: string }>(`select ${TODAY} as today`);
    return row!.today;
  }

  /** Has the policy a version in force? */
  async holds(on: Queryable, policyId: string): Promise<boolean> {
    const rows = await on.query(`select 1 from sla.policy_version where policy_id = $1 and valid_from <= clock_timestamp() limit 1`, [
      policyId,
    ]);
    return rows.length > 0;
  }

  /** Throws `sla.agreement-overlaps` where another one of the kind and party holds for the same at the same time. */
  async add(tx: Tx, id: string, terms: AgreementTerms): Promise<void> {
    await this.requireApart(tx, id, terms);
    await refusingOverlap(
      tx.execute(
        `insert into sla.agreement (id, kind, reference, service_id, institution_id, group_id, supplier, policy_id, valid_from, valid_to, note)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [id, ...valuesOf(terms)],
      ),
    );
  }

  /** Throws `sla.agreement-overlaps`. Answers the version that it has now. */
  async change(tx: Tx, id: string, terms: AgreementTerms): Promise<number> {
    await this.requireApart(tx, id, terms);
    const [row] = await refusingOverlap(
      tx.query<{ version: number }>(
        `update sla.agreement set kind = $2, reference = $3, service_id = $4, institution_id = $5, group_id = $6, supplier = $7, policy_id = $8,
           valid_from = $9, valid_to = $10, note = $11, version = version + 1 where id = $1 returning version`,
        [id, ...valuesOf(terms)],
      ),
    );
    return row!.version;
  }

  /** Keeps a version of an agreement, for good. */
  async remember(
    tx: Tx,
    id: string,
    version: number,
    terms: AgreementTerms,
    by: Pick<AgreementVersionRow, 'act' | 'reason' | 'actorId'>,
  ): Promise<void> {
    await tx.execute(
      `insert into sla.agreement_version (agreement_id, version, terms, act, reason, actor_id, at) values ($1, $2, $3::jsonb, $4, $5, $6, clock_timestamp())`,
      [id, version, JSON.stringify(terms), by.act, by.reason, by.actorId],
    );
  }

  /** Looks first, so that the refusal can name the other one; two at once are kept apart by the constraint. */
  private async requireApart(tx: Tx, id: string, terms: AgreementTerms): Promise<void> {
    const { kind, serviceId, institutionId, groupId, supplier, validFrom, validTo } = terms;
    const [other] = await tx.query<{ reference: string }>(
      `select reference from sla.agreement where id <> $1 and kind = $2 and service_id is not distinct from $3 and institution_id is not distinct from $4
         and group_id is not distinct from $5 and lower(supplier) is not distinct from lower($6) and daterange(valid_from, valid_to) && daterange($7, $8)
       order by valid_from limit 1`,
      [id, kind, serviceId, institutionId, groupId, supplier, validFrom, validTo],
    );
    if (other) throw overlaps(other.reference);
  }
}

function overlaps(reference: string | null): DomainError {
  return new DomainError('sla.agreement-overlaps', { reference }, 'conflict', [{ pointer: '/validFrom', code: 'sla.agreement-overlaps' }]);
}

async function refusingOverlap<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code === EXCLUSION_VIOLATION) throw overlaps(null);
    throw error;
  }
}

function valuesOf(terms: AgreementTerms): unknown[] {
  const { kind, reference, serviceId, institutionId, groupId, supplier, policyId, validFrom, validTo, note } = terms;
  return [kind, reference, serviceId, institutionId, groupId, supplier, policyId, validFrom, validTo, note];
}
