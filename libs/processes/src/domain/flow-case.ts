/**
 * A case as it went: the activities in their order, and how long each lasted until the next was entered, in seconds of the calendar and of
 * working time. The last activity has no stay, so there is one stay fewer than activities.
 */
export interface FlowCase {
  readonly activities: readonly string[];
  readonly stays: readonly number[];
  /** Null where nobody counted working time. */
  readonly working: readonly number[] | null;
  /** It went from one group to another and back again. */
  readonly pingPong: boolean;
  /** The place of the activity by which it was taken up again after it had been done; null where it never was. */
  readonly reopenedAt: number | null;
  /** How it was judged when it ended; null where nothing says how it should have gone. */
  readonly verdict: FlowVerdict | null;
}

export interface FlowVerdict {
  readonly steps: number;
  readonly allowed: number;
  /** What deviates, by key; see `deviationKey`. */
  readonly deviations: readonly string[];
}

/** The place from which a case does again what it had left before: the first activity that is entered anew. Null where there is none. */
export function reworkedFrom(activities: readonly string[]): number | null {
  const left = new Set<string>();
  for (let at = 1; at < activities.length; at += 1) {
    // Another event of the same activity is no return: it was never left.
    if (activities[at] === activities[at - 1]) continue;
    left.add(activities[at - 1]!);
    if (left.has(activities[at]!)) return at;
  }
  return null;
}

/** Activities that a case comes back to, each once. */
export function revisited(activities: readonly string[]): Set<string> {
  const left = new Set<string>();
  const again = new Set<string>();
  for (let at = 1; at < activities.length; at += 1) {
    if (activities[at] === activities[at - 1]) continue;
    left.add(activities[at - 1]!);
    if (left.has(activities[at]!)) again.add(activities[at]!);
  }
  return again;
}

/** From one to another and straight back (A, B, A), whoever else had it before or after. */
export function goesBackAndForth(groups: readonly string[]): boolean {
  const turns = groups.filter((group, at) => group !== groups[at - 1]);
  return turns.some((group, at) => at >= 2 && group === turns[at - 2]);
}

/** The place of the first activity after one of those by which a case is done, other than a last one. */
export function reopenedAt(activities: readonly string[], done: ReadonlySet<string>, final: ReadonlySet<string>): number | null {
  const at = activities.findIndex(
    (activity, index) => index > 0 && done.has(activities[index - 1]!) && !done.has(activity) && !final.has(activity),
  );
  return at < 0 ? null : at;
}
