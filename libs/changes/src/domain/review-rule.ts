import type { ChangeKind, ChangeOutcome } from './change-words.js';
import { riskLevel } from './risk.js';

/** What decides whether a change must be reviewed; the score is likelihood times impact, null where nobody has answered the questions. */
export interface Reviewable {
  readonly kind: ChangeKind;
  readonly outcome: ChangeOutcome | null;
  readonly score: number | null;
}

/** Where it was an emergency, failed, was rolled back, or was of high risk (DOMAIN 2.2, Pir). */
export function needsReview({ kind, outcome, score }: Reviewable): boolean {
  const high = score !== null && riskLevel(score) === 'high';
  return kind === 'emergency' || outcome === 'failed' || outcome === 'rolled_back' || high;
}
