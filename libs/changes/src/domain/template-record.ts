import type { ChangeOutcome } from './change-words.js';
import { LOOKED_AT } from './template.js';

/** How one change from a template ended. */
export interface FinishedChange {
  readonly outcome: ChangeOutcome;
  /** An incident was linked to it as caused by it within five working days of its end. */
  readonly causedIncident: boolean;
}

/** What has become of the changes from a template. */
export interface TemplateRecordOfSuccess {
  readonly finished: number;
  readonly successful: number;
  readonly withIssues: number;
  /** Failed or rolled back. */
  readonly failed: number;
  /** Ended well, and an incident followed. */
  readonly causedIncident: number;
}

const HAS_FAILED: ReadonlySet<ChangeOutcome> = new Set<ChangeOutcome>(['failed', 'rolled_back']);

/** Counts by DOMAIN KPI-10: a change succeeded where its outcome is `successful` and it caused no incident within five working days. */
export function recordOf(changes: readonly FinishedChange[]): TemplateRecordOfSuccess {
  const well = changes.filter(({ outcome }) => outcome === 'successful');
  const caused = well.filter(({ causedIncident }) => causedIncident).length;
  return {
    finished: changes.length,
    successful: well.length - caused,
    withIssues: changes.filter(({ outcome }) => outcome === 'with_issues').length,
    failed: changes.filter(({ outcome }) => HAS_FAILED.has(outcome)).length,
    causedIncident: caused,
  };
}

/**
 * How many of the last changes failed or were rolled back; `latestFirst` are the outcomes since the order in force, so that a new order gives a
 * suspended template a new start. `passed` where they reach `limit`.
 */
export function failuresOf(latestFirst: readonly ChangeOutcome[], limit: number): { failures: number; of: number; passed: boolean } {
  const seen = latestFirst.slice(0, LOOKED_AT);
  const failures = seen.filter((outcome) => HAS_FAILED.has(outcome)).length;
  return { failures, of: seen.length, passed: failures >= limit };
}
