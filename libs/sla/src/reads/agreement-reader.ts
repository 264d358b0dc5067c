import { Injectable } from '@nestjs/common';
import { type Actor, holds, type Locale } from '#identity';
import { formatInstant } from '#kernel';
import { Database } from '#platform';
import type { AgreementTerms } from '../domain/agreement.js';
import type { AgreementResponse, AgreementVersionResponse, AgreementWithHistoryResponse } from '../http/responses/agreement.response.js';
import { type AgreementRow, AgreementStore, type AgreementVersionRow } from '../store/agreement-store.js';
import { type NameBook, type Named, PolicyNames } from './policy-names.js';

interface Known extends NameBook {
  readonly policy: (id: string | null) => Named | null;
}

/** Agreements for screens. */
@Injectable()
export class AgreementReader {
  constructor(
    private readonly database: Database,
    private readonly store: AgreementStore,
    private readonly names: PolicyNames,
  ) {}

  async list(actor: Actor): Promise<AgreementResponse[]> {
    const rows = await this.store.list(this.database);
    const names = await this.known(actor.locale, rows, []);
    return rows.map((row) => agreementOf(row, names, actor));
  }

  /** One agreement with its history. Throws `sla.agreement.not-found`. */
  async one(actor: Actor, id: string): Promise<AgreementWithHistoryResponse> {
    const row = await this.store.one(this.database, id);
    const versions = await this.store.versions(this.database, id);
    const names = await this.known(
      actor.locale,
      [row],
      versions.map(({ actorId }) => actorId),
    );
    return { ...agreementOf(row, names, actor), versions: versions.map((version) => versionOf(version, names)) };
  }

  private async known(locale: Locale, terms: readonly AgreementTerms[], people: readonly string[]): Promise<Known> {
    const [names, policies] = await Promise.all([
      this.names.find(locale, {
        services: terms.map(({ serviceId }) => serviceId),
        institutions: terms.map(({ institutionId }) => institutionId),
        groups: terms.map(({ groupId }) => groupId),
        people,
      }),
      this.database.query<Named>(`select id, case $1 when 'lv' then name_lv else name_en end as name from sla.policy`, [locale]),
    ]);
    const byId = new Map(policies.map((policy) => [policy.id, policy]));
    return { ...names, policy: (id) => byId.get(id ?? '') ?? null };
  }
}

function agreementOf(row: AgreementRow, names: Known, actor: Actor): AgreementResponse {
  const mayChange = holds(actor, 'sla.draft') && row.state !== 'ended';
  return {
    id: row.id,
    kind: row.kind,
    reference: row.reference,
    service: names.service(row.serviceId),
    institution: names.institution(row.institutionId),
    group: names.group(row.groupId),
    supplier: row.supplier,
    policy: names.policy(row.policyId),
    validFrom: row.validFrom,
    validTo: row.validTo,
    state: row.state,
    note: row.note,
    version: row.version,
    abilities: { change: mayChange, end: mayChange },
  };
}

function versionOf({ version, terms, act, reason, actorId, at }: AgreementVersionRow, names: Known): AgreementVersionResponse {
  const { reference, policyId, validFrom, validTo } = terms;
  return {
    ...{ version, act, reason, reference, validFrom, validTo },
    actor: names.person(actorId),
    at: formatInstant(at),
    policy: names.policy(policyId),
  };
}
