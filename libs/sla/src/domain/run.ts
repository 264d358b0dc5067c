/** Clocks moved to a new version of their calendar; or past tickets replayed under other rules. */
export type RunKind = 'replan' | 'what_if';
