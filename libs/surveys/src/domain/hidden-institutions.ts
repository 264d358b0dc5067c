import { hiddenParts } from '#kernel';
import { pinnedGroups } from './pinned-groups.js';
import type { GroupTally } from './weighted-share.js';

export interface HiddenInstitutions {
  /** Places of institutions of which nothing is said; which of them are the small ones is not said either. */
  readonly hidden: ReadonlySet<number>;
  /**
   * Places of groups that the two headlines alone give away, whatever is hidden beside them: there are too few institutions. The survey
   * owner is told before he asks for publication.
   */
  readonly pinned: readonly number[];
}

/**
 * Which institutions are not shown: those of fewer than `least` answers, with them the next smallest while subtraction would show them
 * (DOMAIN 6), and on with the next smallest while the headline, the same by users and the total together leave only one way in which
 * a small one can have answered.
 */
export function hiddenInstitutions(groups: readonly GroupTally[], least: number): HiddenInstitutions {
  const hidden = hiddenParts(
    groups.map(({ n }) => n),
    least,
  );
  const shown = groups.flatMap(({ n }, at) => (n > 0 && !hidden.has(at) ? [at] : [])).sort((a, b) => groups[a]!.n - groups[b]!.n || a - b);
  let pinned = pinnedGroups(groups, hidden, least);
  while (pinned.length > 0 && shown.length > 0) {
    hidden.add(shown.shift()!);
    pinned = pinnedGroups(groups, hidden, least);
  }
  return { hidden, pinned };
}
