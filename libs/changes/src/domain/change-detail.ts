import type { Instant } from '#kernel';
import type { ChangeKind, ChangeOutcome, FundingState } from './change-words.js';
import type { RiskAnswers } from './risk.js';

/** One step of the implementation plan. */
export interface PlanStep {
  readonly text: string;
  /** Minutes after the beginning of the window; null where the order alone counts. */
  readonly offsetMinutes: number | null;
  /** Who does it, in words: a group, a supplier, a person. */
  readonly who: string | null;
}

/** What a change has beside the shared row (DOMAIN 2.2). */
export interface ChangeDetail {
  kind: ChangeKind;
  templateId: string | null;
  reason: string | null;
  costOfNotDoing: string | null;
  plan: readonly PlanStep[];
  testPlan: string | null;
  rollbackPlan: string | null;
  rollbackMinutes: number | null;
  legalBasis: string | null;
  costEuro: number | null;
  effortHours: number | null;
  funding: FundingState;
  /** 1 to 3 each, both or neither. */
  likelihood: number | null;
  riskImpact: number | null;
  riskAnswers: RiskAnswers | null;
  riskAssessedById: string | null;
  riskAssessedAt: Instant | null;
  plannedFrom: Instant | null;
  plannedTo: Instant | null;
  outageMinutes: number;
  /** The window that authority was asked for, and given: what the tolerance is counted from. */
  approvedFrom: Instant | null;
  approvedTo: Instant | null;
  /** Hash of the content that was authorised. */
  approvedHash: string | null;
  actualFrom: Instant | null;
  actualTo: Instant | null;
  startOverride: string | null;
  startOverrideById: string | null;
  conflictOverride: string | null;
  conflictOverrideById: string | null;
  /** Ids of the freezes that were let stand with it. */
  overriddenFreezes: readonly string[];
  consentBy: string | null;
  consentAt: Instant | null;
  consentRecordedById: string | null;
  ratifyDueAt: Instant | null;
  ratifiedAt: Instant | null;
  findingAt: Instant | null;
  outcome: ChangeOutcome | null;
  outcomeText: string | null;
  reviewObjectivesMet: boolean | null;
  reviewLessons: string | null;
  reviewedById: string | null;
  reviewedAt: Instant | null;
  /** The register of devices says what the work has made of them. */
  itemsUpdated: boolean | null;
  /** Why it was rejected or cancelled. */
  endReason: string | null;
  clonedFromId: string | null;
  assessmentDueAt: Instant | null;
  assessmentNoticeAt: Instant | null;
  /** The date by which the requester wishes it, YYYY-MM-DD. */
  wishedBy: string | null;
}

/** A change that nobody has described yet. */
export function newChangeDetail(kind: ChangeKind): ChangeDetail {
  return {
    ...{ kind, templateId: null, reason: null, costOfNotDoing: null, plan: [], testPlan: null, rollbackPlan: null, rollbackMinutes: null },
    ...{ legalBasis: null, costEuro: null, effortHours: null, funding: 'not_needed' as const },
    ...{ likelihood: null, riskImpact: null, riskAnswers: null, riskAssessedById: null, riskAssessedAt: null },
    ...{ plannedFrom: null, plannedTo: null, outageMinutes: 0, approvedFrom: null, approvedTo: null, approvedHash: null },
    ...{ actualFrom: null, actualTo: null, startOverride: null, startOverrideById: null },
    ...{
      conflictOverride: null,
      conflictOverrideById: null,
      overriddenFreezes: [] as string[],
      consentBy: null,
      consentAt: null,
      consentRecordedById: null,
    },
    ...{ ratifyDueAt: null, ratifiedAt: null, findingAt: null, outcome: null, outcomeText: null },
    ...{ reviewObjectivesMet: null, reviewLessons: null, reviewedById: null, reviewedAt: null, itemsUpdated: null },
    ...{ endReason: null, clonedFromId: null, assessmentDueAt: null, assessmentNoticeAt: null, wishedBy: null },
  };
}
