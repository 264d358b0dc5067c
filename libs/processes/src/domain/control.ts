import type { Instant } from '#kernel';

export const CONTROL_AREAS = ['governance', 'risk', 'activities', 'information', 'monitoring'] as const;

/** Which of the five parts of internal control a document belongs to. */
export type ControlArea = (typeof CONTROL_AREAS)[number];

export const REVIEW_OUTCOMES = ['confirmed', 'updated'] as const;

/** The document stays as it is, or was brought up to date. */
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** What its keeper says of a document. */
export interface ControlTerms {
  readonly document: string;
  /** Number or code of the document. */
  readonly reference: string | null;
  readonly area: ControlArea;
  /** Where it is kept: a file number, an address. */
  readonly location: string | null;
  readonly ownerId: string;
  /** Months from one review to the next. */
  readonly reviewMonths: number;
  /** `YYYY-MM-DD`. */
  readonly reviewDueOn: string;
}

/** An element of the environment of internal control: a document that is reviewed in time (DOMAIN 1.2 A4). */
export interface ControlElement extends ControlTerms {
  readonly id: string;
  readonly lastReviewOn: string | null;
  readonly retiredOn: string | null;
  readonly retirementReason: string | null;
  readonly revision: number;
  readonly createdAt: Instant;
}

export interface ControlReview {
  readonly id: string;
  readonly reviewedOn: string;
  /** By when it should have been. */
  readonly dueOn: string;
  readonly outcome: ReviewOutcome;
  readonly note: string;
  readonly byId: string;
  readonly at: Instant;
}

/** Days before a review is due on which it counts as near. */
export const SOON_DAYS = 30;

export const CONTROL_STATES = ['overdue', 'due_soon', 'in_order', 'retired'] as const;

export type ControlState = (typeof CONTROL_STATES)[number];
