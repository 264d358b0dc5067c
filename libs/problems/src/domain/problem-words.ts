/** What a problem was opened from (DOMAIN 3.3, "open"). */
export const PROBLEM_ORIGINS = ['incidents', 'trend', 'reason'] as const;

export type ProblemOrigin = (typeof PROBLEM_ORIGINS)[number];
