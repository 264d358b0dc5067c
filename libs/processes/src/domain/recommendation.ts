import type { Instant } from '#kernel';
import type { RecommendationState } from './recommendation-lifecycle.js';

/** What an audit told the Centre to do (DOMAIN 2.2 AuditRecommendation). Days are `YYYY-MM-DD` of Europe/Riga. */
export interface Recommendation {
  readonly id: string;
  /** Whose audit it was. */
  readonly source: string;
  readonly number: string;
  readonly text: string;
  readonly ownerId: string;
  /** The due that was agreed on first; kept whatever happens later. */
  readonly dueOn: string;
  /** The due with the extensions that count. */
  readonly countedDueOn: string;
  readonly state: RecommendationState;
  /** When it was implemented, by a report that somebody else verified. */
  readonly implementedOn: string | null;
  readonly withdrawalReason: string | null;
  readonly revision: number;
  readonly createdById: string;
  readonly createdAt: Instant;
}

/** A later due that was asked for. */
export interface Extension {
  readonly id: string;
  readonly dueOn: string;
  readonly reason: string;
  readonly askedById: string;
  readonly askedAt: Instant;
  readonly decidedById: string | null;
  readonly decidedAt: Instant | null;
  readonly granted: boolean | null;
  readonly decisionNote: string | null;
  /** Granted before the original due had passed: KPI-14 takes the later due. */
  readonly counts: boolean;
}

/** Somebody says that it is done; another holds the evidence for right. */
export interface ImplementationReport {
  readonly id: string;
  readonly implementedOn: string;
  readonly note: string;
  readonly fileName: string | null;
  /** Hex. */
  readonly fileSha256: string | null;
  readonly reportedById: string;
  readonly reportedAt: Instant;
  readonly decidedById: string | null;
  readonly decidedAt: Instant | null;
  readonly accepted: boolean | null;
  readonly decisionNote: string | null;
}

/**
 * Does an extension that is granted on `today` count (DOMAIN 5, KPI-14: "only if approved before original due")? A due ends with its day, as
 * for what is implemented on it; once that day is over, a later due is agreed and shown, and the recommendation stays late.
 */
export function extensionCounts({ dueOn }: Pick<Recommendation, 'dueOn'>, today: string): boolean {
  return today <= dueOn;
}

/** Is it late on `today`: not implemented, and its counted due is over? */
export function isOverdue({ state, countedDueOn }: Pick<Recommendation, 'state' | 'countedDueOn'>, today: string): boolean {
  return (state === 'open' || state === 'reported') && countedDueOn < today;
}

const TARGETS: readonly (readonly [year: number, percent: number])[] = [
  [2020, 50],
  [2021, 85],
  [2022, 100],
];

/** The target of KPI-14 for a year, in percent (S0, DOMAIN 5); later years keep the last, null before the first. */
export function inTimeTarget(year: number): number | null {
  return TARGETS.findLast(([from]) => from <= year)?.[1] ?? null;
}
