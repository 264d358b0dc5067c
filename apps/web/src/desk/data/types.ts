import type { Person, RatingValue, Ref } from '../../shared/api/api-types';

export type {
  Ability,
  AddedComment,
  Attachment,
  CancellationReason,
  ClockExplanation,
  ClockInterval,
  ClockSummary,
  Comment,
  HistoryEntry,
  HoldReason,
  Level,
  Me,
  Page,
  Person,
  Priority,
  PriorityReason,
  RatingView,
  Ref,
  ResolutionCode,
  Service,
  Ticket,
  TicketState,
  TicketSummary,
  Visibility,
} from '../../shared/api/api-types';

/** How many tickets each view holds; `groups` where the server counts them. */
export interface Counts {
  mine: number;
  group: number;
  unassigned: number;
  breaching: number;
  all: number;
  groups?: { id: string; count: number }[];
}

export interface Group extends Ref {
  tier: number;
  isUserSupport: boolean;
  members: Person[];
}

/** A person found by the desk's look-up. */
export interface FoundPerson extends Person {
  institution: Ref;
  email: string | null;
  phone: string | null;
}

export interface Notice {
  id: string;
  at: string;
  kind: string;
  text: string;
  ticket: { id: string; number: string } | null;
  readAt: string | null;
}

export type Display = 'full' | 'small' | 'counts' | 'hidden' | 'none';
export type Status = 'reached' | 'safely_reached' | 'not_reached_within_error' | 'not_reached';

/** A share with its n and 95 % interval; what may be shown of it says `display` (DOMAIN 5). */
export interface Figure {
  numerator: number | null;
  denominator: number | null;
  n: number | null;
  value: number | null;
  low: number | null;
  high: number | null;
  display: Display;
  status: Status | null;
  extra: Record<string, unknown>;
}
export type BreakdownRow = Figure & { key: string | null; name: string };

export interface Kpi {
  code: string;
  name: string;
  period: string;
  definitionVersion: number;
  target: number | null;
  overall: Figure;
  rows: BreakdownRow[];
  trend: { period: string; figure: Figure }[];
  /** The instant up to which events are counted, where the server says it. */
  asOf?: string;
}

export interface Compliance {
  month: string;
  frozen: boolean;
  freezeAt: string;
  overall: Figure;
  byKind: BreakdownRow[];
  rows: BreakdownRow[];
  openBreached: number;
  pausedUndecided: number;
  excluded: number;
}

/** What a figure counts: a decided clock (KPI-09) or a rating (KPI-02). The ticket is null where the person may not see it. */
export interface KpiRow {
  id: string;
  at: string;
  ticket: { id: string; number: string; title: string } | null;
  clock: { kind: string; cycle: number; outcome: string; state: string; priority: number } | null;
  /** The giver is not named. */
  rating: RatingValue | null;
}

export interface Mail {
  id: string;
  at: string;
  to: string;
  subject: string;
  state: string;
}
export interface MailBody extends Mail {
  text: string;
  html: string | null;
  messageId: string;
}
