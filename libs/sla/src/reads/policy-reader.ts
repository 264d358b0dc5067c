import { Injectable } from '@nestjs/common';
import { type Actor, holds, type Locale } from '#identity';
import { formatInstant, type Instant, notFound } from '#kernel';
import { Database } from '#platform';
import { comparePolicies } from '../domain/policy-comparison.js';
import { policyWarnings } from '../domain/policy-warnings.js';
import type {
  PolicyComparisonResponse,
  PolicyDraftRefResponse,
  PolicyDraftResponse,
  PolicyResponse,
  PolicyVersionRefResponse,
  PolicyVersionResponse,
} from '../http/responses/policy.response.js';
import { PolicyStore, type PolicyVersionRow } from '../store/policy-store.js';
import { GENERAL_POLICY } from './policy-book.js';
import { type NameBook, PolicyNames } from './policy-names.js';
import { idsOf, TargetView } from './target-view.js';

interface PolicyRow {
  readonly id: string;
  readonly code: string;
  readonly name_lv: string;
  readonly name_en: string;
  readonly now: Instant;
}

/** Policies, their versions and drafts, for screens. */
@Injectable()
export class PolicyReader {
  constructor(
    private readonly database: Database,
    private readonly store: PolicyStore,
    private readonly names: PolicyNames,
    private readonly view: TargetView,
  ) {}

  /** All policies, the general one first. */
  async list(actor: Actor): Promise<PolicyResponse[]> {
    const rows = await this.database.query<PolicyRow>(
      `select id, code, name_lv, name_en, clock_timestamp() as now from sla.policy order by code <> $1, name_lv collate "lv-x-icu", id`,
      [GENERAL_POLICY],
    );
    const versions = await this.store.versions(
      this.database,
      rows.map(({ id }) => id),
    );
    const people = versions.flatMap(({ drafters, publishedBy }) => [...drafters, publishedBy]);
    const names = await this.names.find(actor.locale, { people });
    return rows.map((row) => policyOf(row, versions, names, actor.locale));
  }

  /** One policy. Throws `sla.policy.not-found`. */
  async one(actor: Actor, policyId: string): Promise<PolicyResponse> {
    const found = (await this.list(actor)).find(({ id }) => id === policyId);
    if (!found) throw notFound('sla.policy');
    return found;
  }

  /** What a published version says. Throws `sla.policy.not-found`. */
  async version(actor: Actor, policyId: string, version: number): Promise<PolicyVersionResponse> {
    const policy = await this.one(actor, policyId);
    const row = (await this.store.versions(this.database, [policyId])).find((v) => v.version === version && v.state === 'published');
    if (!row) throw notFound('sla.policy');
    const targets = await this.store.targets(this.database, row.id);
    const names = await this.names.find(actor.locale, { ...idsOf(targets), people: [...idsOf(targets).people, row.publishedBy] });
    return {
      ...versionRef(row, names),
      policy: { id: policy.id, name: policy.name },
      midFlightRule: row.midFlightRule,
      targets: targets.map((target) => this.view.target(target, names)),
    };
  }

  /** The draft with what one should know before publishing it. Throws `sla.draft.not-found`. */
  async draft(actor: Actor, policyId: string): Promise<PolicyDraftResponse> {
    const policy = await this.one(actor, policyId);
    const row = await this.draftRow(policyId);
    const targets = await this.store.targets(this.database, row.id);
    const names = await this.names.find(actor.locale, { ...idsOf(targets), people: [...idsOf(targets).people, ...row.drafters] });
    return {
      ...draftRef(row, names),
      policy: { id: policy.id, name: policy.name },
      midFlightRule: row.midFlightRule,
      targets: targets.map((target) => this.view.target(target, names)),
      warnings: policyWarnings(targets).map((warning) => this.view.warning(warning, names, actor.locale)),
      abilities: {
        edit: holds(actor, 'sla.draft'),
        publish: holds(actor, 'sla.publish') && !row.drafters.includes(actor.id),
      },
    };
  }

  /** What publishing the draft would change in the version published last. Throws `sla.draft.not-found`. */
  async comparison(actor: Actor, policyId: string): Promise<PolicyComparisonResponse> {
    const row = await this.draftRow(policyId);
    const last = (await this.store.versions(this.database, [policyId])).find(({ state }) => state === 'published') ?? null;
    const [after, before] = await Promise.all([
      this.store.targets(this.database, row.id),
      last ? this.store.targets(this.database, last.id) : Promise.resolve([]),
    ]);
    const { added, removed, changed, unchanged, midFlightRule } = comparePolicies(
      last ? { midFlightRule: last.midFlightRule, targets: before } : null,
      { midFlightRule: row.midFlightRule, targets: after },
    );
    const ids = idsOf([...after, ...before]);
    const names = await this.names.find(actor.locale, { ...ids, people: [...ids.people, last?.publishedBy ?? null] });
    return {
      with: last && versionRef(last, names),
      added: added.map((target) => this.view.target(target, names)),
      removed: removed.map((target) => this.view.target(target, names)),
      changed: changed.map((change) => ({
        target: this.view.target(change.after, names),
        before: this.view.terms(change.before, names),
        terms: change.terms.map((term) => (term === 'calendarKey' ? 'calendar' : term)),
      })),
      unchanged,
      midFlightRule,
    };
  }

  private async draftRow(policyId: string): Promise<PolicyVersionRow> {
    const row = (await this.store.versions(this.database, [policyId])).find(({ state }) => state === 'draft');
    if (!row) throw notFound('sla.draft');
    return row;
  }
}

function policyOf(row: PolicyRow, all: readonly PolicyVersionRow[], names: NameBook, locale: Locale): PolicyResponse {
  const own = all.filter(({ policyId }) => policyId === row.id);
  const published = own.filter(({ state }) => state === 'published').sort((a, b) => b.validFrom! - a.validFrom! || b.version - a.version);
  const inForce = published.find(({ validFrom }) => validFrom! <= row.now);
  const coming = published.filter(({ validFrom }) => validFrom! > row.now).at(-1);
  const draft = own.find(({ state }) => state === 'draft');
  return {
    id: row.id,
    code: row.code,
    name: locale === 'lv' ? row.name_lv : row.name_en,
    general: row.code === GENERAL_POLICY,
    inForce: inForce ? versionRef(inForce, names) : null,
    coming: coming ? versionRef(coming, names) : null,
    versions: published.map((version) => versionRef(version, names)),
    draft: draft ? draftRef(draft, names) : null,
  };
}

function versionRef(row: PolicyVersionRow, names: NameBook): PolicyVersionRefResponse {
  return {
    id: row.id,
    version: row.version,
    validFrom: formatInstant(row.validFrom!),
    publishedAt: row.publishedAt === null ? null : formatInstant(row.publishedAt),
    publishedBy: names.person(row.publishedBy),
    note: row.note,
  };
}

function draftRef(row: PolicyVersionRow, names: NameBook): PolicyDraftRefResponse {
  return {
    id: row.id,
    version: row.version,
    revision: row.revision,
    drafters: row.drafters.flatMap((id) => names.person(id) ?? []),
    updatedAt: formatInstant(row.updatedAt!),
    note: row.note,
  };
}
