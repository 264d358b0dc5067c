/** Standard: from an active template. Normal: assessed and authorised. Emergency: cannot wait for the usual way (DOMAIN 3.4). */
export const CHANGE_KINDS = ['standard', 'normal', 'emergency'] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** How the work ended. */
export const CHANGE_OUTCOMES = ['successful', 'with_issues', 'rolled_back', 'failed'] as const;

export type ChangeOutcome = (typeof CHANGE_OUTCOMES)[number];

/** Where the money comes from (DOMAIN A15). */
export const FUNDING_STATES = ['not_needed', 'requested', 'granted', 'refused'] as const;

export type FundingState = (typeof FUNDING_STATES)[number];
