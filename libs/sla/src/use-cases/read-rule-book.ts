import { Injectable } from '@nestjs/common';
import { CalendarBook, CalendarDrafts } from '#calendars';
import { DomainError, instant } from '#kernel';
import type { Tx } from '#platform';
import type { TargetRule } from '../domain/choose-targets.js';
import { isPromised, type RuleBook, type TriedTarget, withCalendar, withPolicy, withTargets } from '../domain/simulation-rules.js';
import { GENERAL_POLICY, PolicyBook } from '../reads/policy-book.js';
import { AgreementStore } from '../store/agreement-store.js';
import { PolicyStore, type PolicyVersionRow } from '../store/policy-store.js';

/** A target to be tried, as a person names it. */
export interface WishedTarget {
  readonly priority: number;
  readonly kind: 'response' | 'resolution';
  readonly seconds: number;
  readonly calendarCode: string;
}

/** What is to be tried in place of what is in force; each part may be missing. */
export interface Wishes {
  readonly policyDraftId?: string | undefined;
  readonly calendarId?: string | undefined;
  readonly targets?: readonly WishedTarget[] | undefined;
}

/** Writes down the rules in force, and the rules that somebody wants to try. */
@Injectable()
export class ReadRuleBook {
  constructor(
    private readonly policies: PolicyStore,
    private readonly targets: PolicyBook,
    private readonly agreements: AgreementStore,
    private readonly calendars: CalendarBook,
    private readonly drafts: CalendarDrafts,
  ) {}

  /** What decides about a ticket that is filed now: general policy, agreements that name others, targets on the calendars in force. */
  async inForce(tx: Tx): Promise<RuleBook> {
    const [general] = await tx.query<{ id: string }>(`select id from sla.policy where code = $1`, [GENERAL_POLICY]);
    const generalPolicyId = general!.id;
    const agreements = (await this.agreements.naming(tx)).map(({ id, serviceId, institutionId, policyId }) => ({
      id,
      serviceId,
      institutionId,
      policyId,
    }));
    const policyIds = [...new Set([generalPolicyId, ...agreements.map(({ policyId }) => policyId)])];
    const now = await tx.instant();
    const versions = await this.policies.versions(tx, policyIds);
    const rules: Record<string, readonly TargetRule[]> = {};
    for (const policyId of policyIds) {
      const [version] = versions
        .filter((v) => v.policyId === policyId && v.state === 'published' && v.validFrom !== null && v.validFrom <= now)
        .sort(latestFirst);
      rules[policyId] = version ? (await this.targets.rulesOf(version.id, tx)).filter(isPromised) : [];
    }
    return { generalPolicyId, agreements, rules, calendars: {} };
  }

  /**
   * The book with what is to be tried. Throws `sla.draft.not-found`, `calendars.draft.not-found`; 422 for a target on an unknown calendar.
   */
  async tried(tx: Tx, inForce: RuleBook, { policyDraftId, calendarId, targets = [] }: Wishes): Promise<RuleBook> {
    const drafted = policyDraftId === undefined ? inForce : await this.withDraft(tx, inForce, policyDraftId);
    const known = await this.calendars.list();
    const wished = targets.map(({ calendarCode, ...target }, at): TriedTarget => {
      const calendar = known.find(({ code }) => code === calendarCode);
      const version = calendar?.versions[0];
      if (!calendar || !version) throw unknownCalendar(at);
      return { ...target, calendarKey: calendar.id, calendarId: version.id };
    });
    const changed = withTargets(drafted, wished);
    if (calendarId === undefined) return changed;
    const draft = await this.drafts.definition(calendarId, tx);
    if (!draft) throw new DomainError('calendars.draft.not-found', {}, 'not-found');
    return withCalendar(changed, calendarId, draft);
  }

  private async withDraft(tx: Tx, book: RuleBook, draftId: string): Promise<RuleBook> {
    const [draft] = await tx.query<{ policyId: string }>(`select policy_id as "policyId" from sla.policy_version where id = $1`, [draftId]);
    if (!draft) throw new DomainError('sla.draft.not-found', {}, 'not-found');
    return withPolicy(book, draft.policyId, await this.targets.rulesOf(draftId, tx));
  }
}

function latestFirst(a: PolicyVersionRow, b: PolicyVersionRow): number {
  return (b.validFrom ?? instant(0)) - (a.validFrom ?? instant(0)) || b.version - a.version;
}

function unknownCalendar(at: number): DomainError {
  const code = 'sla.calendar-unknown';
  return new DomainError(code, {}, 'invalid', [{ pointer: `/targets/${at}/calendarCode`, code }]);
}
