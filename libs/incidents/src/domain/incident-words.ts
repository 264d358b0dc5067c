/** Why an incident waits: a code of `incidents.reference_word`. Rules speak of `awaiting_requester`, `agreed_date`, `awaiting_change`. */
export type HoldReason = string;

/** How an incident was resolved: a code of `incidents.reference_word`. */
export type ResolutionCode = string;

export const CANCELLATION_REASONS = ['withdrawn', 'duplicate', 'invalid', 'test'] as const;

export type CancellationReason = (typeof CANCELLATION_REASONS)[number];

/** Why a priority changes (DOMAIN 4.3(7)); what an agreement or a calendar changes is not said by hand. */
export const PRIORITY_REASONS = ['new_information', 'wrong_registration', 'requester_upgrade'] as const;

export type PriorityReason = (typeof PRIORITY_REASONS)[number];

/** Why a ticket goes over to another service: what was agreed for it is another thing, or it was registered wrongly. */
export const SERVICE_REASONS = ['agreement_change', 'new_information', 'wrong_registration'] as const;

export type ServiceReason = (typeof SERVICE_REASONS)[number];

/** What the law asks to be sent of a security incident (DOMAIN 4.3(10)). */
export const SECURITY_REPORTS = ['warning', 'notification', 'final'] as const;

export type SecurityReport = (typeof SECURITY_REPORTS)[number];

/** Why a held incident goes on. */
export type ResumeCause = 'reply' | 'date' | 'link' | 'manual' | 'resolve' | 'reassign';
