import { RefResponse } from '#identity';
import { FigureResponse } from '#platform';

export class ShadowResponse {
  /** The earlier rule; `draft` for one that is not kept yet. */
  key: string;
  title: string;
  tickets: number;
}

/** A past ticket that ended elsewhere. Number and title only for whoever may read the ticket. */
export class DifferingTicketResponse {
  number: string | null;
  title: string | null;
  submittedAt: string;
  service: RefResponse | null;
  institution: RefResponse;
  source: string;
  /** The group that resolved it. */
  ended: RefResponse | null;
}

export class TriedRuleResponse {
  /** The rule's id; `draft` for one that is not kept yet. */
  key: string;
  title: string;
  group: RefResponse | null;
  /** Tickets in which it holds. */
  holds: number;
  /** Tickets in which it counts: no earlier rule holds. */
  first: number;
  shadowedBy: ShadowResponse[];
  /** Of those that have ended: in how many its group is the one that resolved them. Null where it names no group. */
  agreement: FigureResponse | null;
  differing: DifferingTicketResponse[];
}

export class TrialResultResponse {
  tickets: number;
  routed: number;
  /** The first group is the one that resolved: with the rules, and where only the service decides. */
  withRules: FigureResponse;
  withoutRules: FigureResponse;
  rules: TriedRuleResponse[];
}

/** A try of the rules on past tickets, and how far it is. */
export class RuleTrialResponse {
  id: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  days: number;
  withInactive: boolean;
  done: number;
  total: number | null;
  createdAt: string;
  finishedAt: string | null;
  result: TrialResultResponse | null;
  /** The code of what went wrong last. */
  error: string | null;
}

export class LatestTrialResponse {
  /** The reader's latest; null where he has tried nothing yet. */
  trial: RuleTrialResponse | null;
}
