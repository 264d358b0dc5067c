/** Why an incident waits (DOMAIN 3.1, 4.3(3)). */
export const HOLD_REASONS = ['awaiting_requester', 'agreed_date', 'awaiting_vendor', 'awaiting_change', 'awaiting_internal'] as const;

export type HoldReason = (typeof HOLD_REASONS)[number];

/** How an incident was resolved, as an agent says it. */
export const RESOLUTION_CODES = ['fixed', 'workaround', 'user_advised', 'no_fault_found', 'third_party', 'duplicate_known'] as const;

/** `no_answer` is the system's: the requester was asked and did not answer in ten working days. */
export type ResolutionCode = (typeof RESOLUTION_CODES)[number] | 'no_answer';

export const CANCELLATION_REASONS = ['withdrawn', 'duplicate', 'invalid', 'test'] as const;

export type CancellationReason = (typeof CANCELLATION_REASONS)[number];

/** Why a priority changes (DOMAIN 4.3(7)); what an agreement or a calendar changes is not said by hand. */
export const PRIORITY_REASONS = ['new_information', 'wrong_registration', 'requester_upgrade'] as const;

export type PriorityReason = (typeof PRIORITY_REASONS)[number];

/** Why a held incident goes on. */
export type ResumeCause = 'reply' | 'date' | 'manual' | 'resolve' | 'reassign';
