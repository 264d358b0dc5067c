/** The lists of the compliance report: each is counted and opened by the same query (DOMAIN 4.6). */
export const COMPLIANCE_LISTS = [
  'counted',
  'met',
  'breached',
  'open_breached',
  'paused_undecided',
  'cancelled',
  'merged',
  'test',
  'voided',
  'reopened_after_freeze',
  'changed_side',
  'timed',
  'paused',
  'late_pause',
  'relaxed',
  'stayed',
  'without_clock',
] as const;

export type ComplianceList = (typeof COMPLIANCE_LISTS)[number];

/** Lists of clocks; the other one is of tickets that have none. */
export type ClockList = Exclude<ComplianceList, 'without_clock'>;

/** Which promise decides: the one in force, or the first one that was given. */
export const VIEWS = ['amended', 'agreed'] as const;

export type View = (typeof VIEWS)[number];
