import type { Instant } from '#kernel';
import type { Level, TicketSource } from '#tickets';

/** When it was said: in the working time of the calendar `lv-8x5`, or outside of it. */
export const HOURS = ['inside', 'outside'] as const;
export type Hours = (typeof HOURS)[number];

/** Where words are looked for: in the title alone, or in the text too. */
export const WORD_PLACES = ['title', 'anywhere'] as const;
export type WordPlace = (typeof WORD_PLACES)[number];

/** When a rule holds. What is empty asks nothing; all that asks must hold. */
export interface RuleConditions {
  readonly serviceIds: readonly string[];
  /** A ticket without a service, beside those of `serviceIds`. */
  readonly withoutService: boolean;
  readonly institutionIds: readonly string[];
  readonly sources: readonly TicketSource[];
  /** One of these at least; all of these; none of these. Several words in one entry must follow each other. */
  readonly wordsAny: readonly string[];
  readonly wordsAll: readonly string[];
  readonly wordsNone: readonly string[];
  readonly wordsIn: WordPlace;
  readonly hours: Hours | null;
}

/** What a rule wants. What is null or empty it leaves to others. */
export interface RuleOutcome {
  readonly groupId: string | null;
  /** A proposal: it holds where nobody has said how grave it is, and until an agent confirms it (DOMAIN 3.1). */
  readonly impact: Level | null;
  readonly urgency: Level | null;
  /** What it is about; it gives way to what an agent said. */
  readonly category: string | null;
  /** An answer kept ready for everybody, sent once by the system. */
  readonly answerId: string | null;
  /** Staff who are to watch the ticket. */
  readonly watcherIds: readonly string[];
}

/** What its writer decides. */
export interface RuleTerms extends RuleConditions, RuleOutcome {
  readonly title: string;
  readonly active: boolean;
}

/** A rule in its place; the first active one that holds is the one that counts. */
export interface Rule extends RuleTerms {
  readonly id: string;
  /** 1 is asked first. */
  readonly position: number;
  /** Raised by each change of the terms. */
  readonly version: number;
  readonly updatedAt: Instant;
  readonly updatedById: string;
}

export const TERM_FIELDS = [
  ...(['title', 'active', 'serviceIds', 'withoutService', 'institutionIds', 'sources', 'wordsAny', 'wordsAll', 'wordsNone'] as const),
  ...(['wordsIn', 'hours', 'groupId', 'impact', 'urgency', 'category', 'answerId', 'watcherIds'] as const),
] as const satisfies readonly (keyof RuleTerms)[];

/** Just the terms of a rule. */
export function termsOf(rule: RuleTerms): RuleTerms {
  return Object.fromEntries(TERM_FIELDS.map((field) => [field, rule[field]])) as unknown as RuleTerms;
}
