import { RefResponse } from '#identity';
import { TicketRefResponse } from './ticket-ref.response.js';
import { TicketSummaryResponse } from './ticket-summary.response.js';

export class ResolutionResponse {
  code: string;
  text: string;
  by: RefResponse | null;
  at: string;
}

export class HoldResponse {
  reason: string;
  question: string | null;
  until: string | null;
  since: string;
}

/** What the law asks of a security incident: since when it is known, and when what was sent. */
export class SecurityResponse {
  awareAt: string | null;
  warningSentAt: string | null;
  notificationSentAt: string | null;
  finalReportSentAt: string | null;
}

export class TicketRatingResponse {
  id: string;
  value: 'bad' | 'satisfactory' | 'good';
  comment: string | null;
  at: string;
  changeableUntil: string;
  channel: string;
  mayReopen: boolean;
  mayFollowUp: boolean;
}

/** What the reader may do with the ticket now; buttons follow this. */
export class AbilitiesResponse {
  accept: boolean;
  acceptAndResolve: boolean;
  assign: boolean;
  hold: boolean;
  resume: boolean;
  resolve: boolean;
  confirm: boolean;
  reopen: boolean;
  cancel: boolean;
  changePriority: boolean;
  changeService: boolean;
  /** Says what an incident is about, or takes that back. */
  categorise: boolean;
  declareSecurity: boolean;
  decideMajor: boolean;
  unmerge: boolean;
  /** Until a day on which its assignee is reminded of it. */
  putAside: boolean;
  replyPublic: boolean;
  noteInternal: boolean;
  attach: boolean;
  rate: boolean;
  /** The ticket is finished: a reply begins a new, linked one. */
  followUp: boolean;
}

/** People have said that they have it too: impact and priority follow from how many, and from how many institutions. */
export class ProposedPriorityResponse {
  impact: 1 | 2 | 3;
  urgency: 1 | 2 | 3;
  priority: 1 | 2 | 3 | 4 | 5;
  people: number;
  institutions: number;
}

/** A ticket on its own page. */
export class TicketResponse extends TicketSummaryResponse {
  description: string;
  restricted: boolean;
  /** The log that it was taken in from; null for tickets born here. */
  origin: string | null;
  resolvedAt: string | null;
  closedAt: string | null;
  resolution: ResolutionResponse | null;
  reopenUntil: string | null;
  hold: HoldResponse | null;
  /** For those who work on it; null for everybody else and where it is no security incident. */
  security: SecurityResponse | null;
  major: 'none' | 'proposed' | 'declared' | 'declined';
  /** For those who work on it: the priority that the number of people affected proposes; null where it proposes none. */
  proposedPriority: ProposedPriorityResponse | null;
  hopCount: number;
  reopenCount: number;
  duplicateOf: TicketRefResponse | null;
  followUpOf: TicketRefResponse | null;
  /** What was answered for all at once; null for most. */
  parent: TicketRefResponse | null;
  /** For those who work on it: what to remember of a ticket that was put aside. */
  asideNote: string | null;
  rating: TicketRatingResponse | null;
  abilities: AbilitiesResponse;
  /** `personal_code`: a text seems to hold a Latvian personal code. Only in answers to what was just written. */
  warnings?: string[];
}
