import { RefResponse } from '#identity';

/** What a rule asks and wants, with names in the reader's language. */
export class RuleTermsResponse {
  title: string;
  active: boolean;
  services: RefResponse[];
  withoutService: boolean;
  institutions: RefResponse[];
  sources: string[];
  wordsAny: string[];
  wordsAll: string[];
  wordsNone: string[];
  wordsIn: 'title' | 'anywhere';
  hours: 'inside' | 'outside' | null;
  group: RefResponse | null;
  impact: number | null;
  urgency: number | null;
  /** What impact and urgency come to. */
  priority: number | null;
  /** A code of `GET /reference-words`. */
  category: string | null;
  answer: RefResponse | null;
  watchers: RefResponse[];
}

export class RuleResponse extends RuleTermsResponse {
  id: string;
  /** 1 is asked first. */
  position: number;
  version: number;
  updatedAt: string;
  updatedBy: RefResponse;
  /** Tickets of the last 30 days in which it counted, 999 at most. */
  lately: number;
  /** What of it cannot be done any more. */
  faults: ('group-ended' | 'answer-gone' | 'category-retired')[];
}

export class RuleAbilitiesResponse {
  write: boolean;
  most: number;
}

export class RulesResponse {
  /** In the order in which they are asked; the first active one that holds counts. */
  items: RuleResponse[];
  /** The version of the whole set, which a move's `If-Match` names. */
  version: number;
  may: RuleAbilitiesResponse;
}

export class OfferedAnswerResponse extends RefResponse {
  textLv: string | null;
  textEn: string | null;
}

export class OfferedAnswersResponse {
  /** Everybody's answers that need no person's name. */
  items: OfferedAnswerResponse[];
}

/** By which rule a ticket was routed, as the rule read then. */
export class TicketRuleResponse {
  ruleId: string;
  ruleVersion: number;
  at: string;
  rule: RuleTermsResponse;
  groupTaken: boolean;
  /** The priority it began with is the rule's proposal; an agent confirms it. */
  priorityTaken: boolean;
  answered: boolean;
}

export class TicketRoutingResponse {
  /** Null where no rule held. */
  routed: TicketRuleResponse | null;
}
