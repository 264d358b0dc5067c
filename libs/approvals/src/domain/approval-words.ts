import type { Instant } from '#kernel';

/** What a round of approvals is for: before the work, or after work that could not wait (DOMAIN 3.4). */
export const PURPOSES = ['authorise', 'ratify'] as const;

export type Purpose = (typeof PURPOSES)[number];

/** How many of a step's people must agree. */
export const STEP_RULES = ['all', 'any', 'n_of'] as const;

export type StepRule = (typeof STEP_RULES)[number];

/** What happens to a step that nobody has decided by its due time (DOMAIN 3.5). */
export const EXPIRY_EFFECTS = ['escalate', 'reject'] as const;

export type ExpiryEffect = (typeof EXPIRY_EFFECTS)[number];

/** `voided`: what was to be decided about has changed since it was asked (DOMAIN 3.5). */
export const ROUND_STATES = ['open', 'granted', 'refused', 'voided', 'cancelled'] as const;

export type RoundState = (typeof ROUND_STATES)[number];

/** `waiting`: the steps before it are not approved yet. */
export const STEP_STATES = ['waiting', 'open', 'approved', 'refused', 'cancelled'] as const;

export type StepState = (typeof STEP_STATES)[number];

/** The states of one person's approval (DOMAIN 3.5). All but `pending` are final. */
export const APPROVAL_STATES = ['pending', 'approved', 'rejected', 'delegated', 'expired', 'cancelled'] as const;

export type ApprovalState = (typeof APPROVAL_STATES)[number];

export const DECISIONS = ['approved', 'rejected'] as const;

export type Decision = (typeof DECISIONS)[number];

/** Where a decision was given: signed in, or behind the link of a mail. */
export const CHANNELS = ['desk', 'mail'] as const;

export type Channel = (typeof CHANNELS)[number];

/** An approval may be passed on so many times (DOMAIN 3.5). */
export const LONGEST_CHAIN = 2;

/** A text in both languages of the product. */
export interface Words {
  readonly lv: string;
  readonly en: string;
}

/** A step as the module that asks for approval wants it. */
export interface StepRequest {
  /** Steps of equal positions run beside each other; the next position opens when all of them are approved. */
  readonly position: number;
  readonly name: Words;
  readonly rule: StepRule;
  /** For `n_of`: how many must agree. */
  readonly needed?: number;
  readonly approverIds: readonly string[];
  readonly dueAt: Instant;
  readonly onExpiry: ExpiryEffect;
  readonly escalateToIds?: readonly string[];
  /** Decided by the client's side (DOMAIN 9): may be passed on within the institution only. */
  readonly clientSide?: boolean;
}

/** What is to be decided about, and by whom. */
export interface RoundRequest {
  readonly ticketId: string;
  readonly purpose: Purpose;
  /** A digest of everything that the approvers decide about. */
  readonly contentHash: string;
  readonly title: string;
  /** Requester, implementer, author: they may never decide, also not by delegation or escalation. */
  readonly excluded: readonly string[];
  readonly steps: readonly StepRequest[];
}
