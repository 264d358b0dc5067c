import { Injectable } from '@nestjs/common';
import type { Actor, Locale } from '#identity';
import { notFound } from '#kernel';
import { Database, Texts } from '#platform';
import { agreementIsFor, agreementWeight, decidingAgreement, type PolicyAgreement } from '../domain/agreement.js';
import type { TargetRule } from '../domain/choose-targets.js';
import { type Candidate, explainMatch } from '../domain/policy-match.js';
import type { TargetFacts } from '../domain/policy-target.js';
import type { AgreementCandidateResponse, CandidateResponse, PolicyMatchResponse } from '../http/responses/match.response.js';
import { AgreementStore, type NamingAgreement } from '../store/agreement-store.js';
import { GENERAL_POLICY, PolicyBook } from './policy-book.js';
import { type NameBook, PolicyNames } from './policy-names.js';
import { idsOf, TargetView } from './target-view.js';

export interface MatchQuestion extends TargetFacts {
  /** A version of a policy or a draft that is asked instead of what was agreed. */
  readonly versionId: string | null;
}

interface VersionRow {
  readonly id: string;
  readonly policy_id: string;
  readonly version: number;
  readonly name_lv: string;
  readonly name_en: string;
}

const VERSION = `select v.id, v.policy_id, v.version, p.name_lv, p.name_en from sla.policy_version v join sla.policy p on p.id = v.policy_id`;

/** Which targets a ticket would get now, and why: for whoever wants to know before there is a ticket. */
@Injectable()
export class ExplainPolicyMatch {
  constructor(
    private readonly database: Database,
    private readonly book: PolicyBook,
    private readonly agreements: AgreementStore,
    private readonly names: PolicyNames,
    private readonly view: TargetView,
    private readonly texts: Texts,
  ) {}

  /** Throws `sla.policy.not-found` where there is no such version, or none in force. */
  async execute(actor: Actor, question: MatchQuestion): Promise<PolicyMatchResponse> {
    const agreements = question.versionId === null ? await this.agreements.naming(this.database) : [];
    const deciding = decidingAgreement(agreements, question);
    const version = await this.version(question.versionId, deciding?.policyId ?? null);
    const rules = await this.book.rulesOf(version.id, this.database);
    const ids = idsOf(rules);
    const names = await this.names.find(actor.locale, {
      ...ids,
      services: [...ids.services, ...agreements.map(({ serviceId }) => serviceId)],
      institutions: [...ids.institutions, ...agreements.map(({ institutionId }) => institutionId)],
    });
    return {
      policy: { id: version.policy_id, name: nameOf(version, actor.locale) },
      version: version.version,
      decidedBy: question.versionId !== null ? 'asked' : deciding ? 'agreement' : 'general',
      agreements: agreements
        .map((agreement) => this.agreement(agreement, question, deciding, names, actor.locale))
        .sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]),
      kinds: explainMatch(rules, question).map(({ kind, chosen, candidates }) => ({
        kind,
        chosen: chosen && this.view.target(chosen, names),
        candidates: candidates.map((candidate) => this.candidate(candidate, names, actor.locale)),
      })),
    };
  }

  private async version(versionId: string | null, policyId: string | null): Promise<VersionRow> {
    const [row] =
      versionId !== null
        ? await this.database.query<VersionRow>(`${VERSION} where v.id = $1`, [versionId])
        : await this.database.query<VersionRow>(
            `${VERSION} where v.valid_from <= clock_timestamp() and case when $1::uuid is null then p.code = $2 else p.id = $1 end
             order by v.valid_from desc, v.version desc limit 1`,
            [policyId, GENERAL_POLICY],
          );
    if (!row) throw notFound('sla.policy');
    return row;
  }

  private candidate({ target, verdict, misses }: Candidate<TargetRule>, names: NameBook, locale: Locale): CandidateResponse {
    const key = verdict === 'other' ? `other.${misses ?? ''}` : verdict === 'chosen' ? chosenKey(target) : verdict;
    return { target: this.view.target(target, names), verdict, misses, why: this.texts.say(locale, `sla.match.${key}`) };
  }

  private agreement(
    agreement: NamingAgreement,
    facts: TargetFacts,
    deciding: PolicyAgreement | undefined,
    names: NameBook,
    locale: Locale,
  ): AgreementCandidateResponse {
    const { id, reference, serviceId, institutionId, policyId } = agreement;
    const verdict = id === deciding?.id ? 'chosen' : agreementIsFor(agreement, facts) ? 'less-specific' : 'other';
    const missed = institutionId !== null && institutionId !== facts.institutionId ? 'institutionId' : 'serviceId';
    const key = verdict === 'other' ? `other.${missed}` : verdict === 'chosen' ? `chosen.${agreementWeight(agreement)}` : verdict;
    return {
      ...{ id, reference, verdict, service: names.service(serviceId), institution: names.institution(institutionId) },
      policy: { id: policyId, name: locale === 'lv' ? agreement.policyLv : agreement.policyEn },
      why: this.texts.say(locale, `sla.match.agreement.${key}`),
    };
  }
}

const ORDER = { chosen: 0, 'less-specific': 1, other: 2 } as const;

/** What the chosen target is narrowed to. */
function chosenKey({ serviceId, institutionId, partyId }: TargetRule): string {
  if (serviceId !== null && institutionId !== null) return 'chosen.both';
  if (institutionId !== null) return 'chosen.institution';
  if (serviceId !== null) return 'chosen.service';
  return partyId === null ? 'chosen.general' : 'chosen.party';
}

function nameOf({ name_lv, name_en }: VersionRow, locale: Locale): string {
  return locale === 'lv' ? name_lv : name_en;
}
