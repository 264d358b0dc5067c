import type { Instant } from '#kernel';
import type { ApprovalState, Channel, ExpiryEffect, Purpose, RoundState, StepRule, StepState, Words } from './approval-words.js';

/** One person's word in a step. Once it is given, or was not, it stays as it is. */
export interface Approval {
  readonly id: string;
  readonly stepId: string;
  readonly approverId: string;
  state: ApprovalState;
  decidedAt: Instant | null;
  reason: string | null;
  channel: Channel | null;
  /** The approval that was passed on to this person; null where the step named him. */
  readonly delegatedFromId: string | null;
  /** How often it has been passed on: 0 to 2. */
  readonly chain: number;
  /** Asked because others did not answer in time. */
  readonly escalated: boolean;
}

export interface Step {
  readonly id: string;
  readonly position: number;
  readonly name: Words;
  readonly rule: StepRule;
  readonly needed: number;
  state: StepState;
  dueAt: Instant;
  remindAt: Instant | null;
  readonly onExpiry: ExpiryEffect;
  readonly escalateToIds: readonly string[];
  readonly clientSide: boolean;
  openedAt: Instant | null;
  endedAt: Instant | null;
  escalatedAt: Instant | null;
  readonly approvals: Approval[];
}

/** One asking for approval of one ticket: what, by whom, and how it ended. */
export interface Round {
  readonly id: string;
  readonly ticketId: string;
  /** 1 for the ticket's first. */
  readonly number: number;
  readonly purpose: Purpose;
  readonly contentHash: string;
  readonly title: string;
  readonly excludedIds: readonly string[];
  state: RoundState;
  readonly openedAt: Instant;
  endedAt: Instant | null;
  /** Why it was refused. */
  reason: string | null;
  readonly steps: readonly Step[];
}
