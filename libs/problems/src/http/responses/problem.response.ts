import { ItemSummaryResponse } from '#assets';
import { RefResponse } from '#identity';

/** A problem in a list. */
export class ProblemSummaryResponse {
  id: string;
  /** Such as PRB-2026-000007. */
  number: string;
  title: string;
  state: 'new' | 'investigating' | 'known_error' | 'fix_in_progress' | 'resolved' | 'closed' | 'cancelled';
  /** 1 to 5, 1 the most urgent. */
  priority: number;
  impact: number;
  urgency: number;
  /** Incidents linked to it, as far as the reader sees them. */
  incidentCount: number;
  /** Since when it is offered as a known error; null where it is not. */
  knownSince: string | null;
  /** When 20 working days without a recurrence will have passed; null unless it is resolved. */
  verifyFrom: string | null;
  /** How often it came back. */
  recurrences: number;
  service: RefResponse | null;
  group: RefResponse | null;
  /** Who owns it. */
  assignee: RefResponse | null;
  submittedAt: string;
  updatedAt: string;
  resolvedAt: string | null;
  /** What `If-Match` names. */
  version: number;
}

export class ProblemPageResponse {
  items: ProblemSummaryResponse[];
  nextCursor: string | null;
}

export class ProblemChangeResponse {
  id: string;
  number: string;
  title: string;
  /** The state of the change. */
  state: string;
}

/** A change that is, or was, to resolve the problem. */
export class ProblemFixResponse {
  /** Null where the reader may not see it. */
  change: ProblemChangeResponse | null;
  raisedAt: string;
  /** `not_done`: rejected or cancelled. Null while it goes on. */
  outcome: 'successful' | 'with_issues' | 'rolled_back' | 'failed' | 'not_done' | null;
  endedAt: string | null;
  reviewedAt: string | null;
  /** The problem came back in spite of it. */
  spent: boolean;
}

export class RiskAcceptanceResponse {
  by: RefResponse | null;
  at: string;
  reason: string;
}

/** When a state was entered, and by whom. */
export class ProblemStepResponse {
  state: string;
  at: string;
  by: RefResponse | null;
}

/** What the reader may do with the problem now; buttons follow this. */
export class ProblemAbilitiesResponse {
  edit: boolean;
  assign: boolean;
  linkIncident: boolean;
  investigate: boolean;
  identify: boolean;
  raiseChange: boolean;
  acceptRisk: boolean;
  resolve: boolean;
  verify: boolean;
  dismiss: boolean;
}

/** A problem as one document, from what was seen to what became of it. */
export class ProblemResponse extends ProblemSummaryResponse {
  /** What is seen. Markdown. */
  description: string;
  /** What it was opened from. */
  origin: 'incidents' | 'trend' | 'reason';
  originText: string | null;
  openedBy: RefResponse;
  rootCause: string | null;
  /** What staff does until it is resolved. */
  workaround: string | null;
  /** What the people who have it are offered while they type an incident; both or neither. */
  publicTitle: string | null;
  publicText: string | null;
  /** Cause and workaround: what is still missing for a known error. */
  missing: string[];
  /** Oldest first. */
  fixes: ProblemFixResponse[];
  riskAcceptance: RiskAcceptanceResponse | null;
  resolution: string | null;
  /** May it be resolved: a change succeeded, or its risk was accepted? */
  resolvable: boolean;
  /** 20 working days have passed since the resolution. */
  verifiable: boolean;
  /** Why it was dismissed. */
  endReason: string | null;
  closedAt: string | null;
  /** Those that the reader reads in the register. */
  items: ItemSummaryResponse[];
  path: ProblemStepResponse[];
  abilities: ProblemAbilitiesResponse;
}
