/** What the API sends and takes, in the API's own words. Instants are ISO text in UTC. */
export interface Ref {
  id: string;
  name: string;
}
export type Person = Ref;

export interface Me {
  id: string;
  login: string;
  name: string;
  email: string | null;
  phone: string | null;
  locale: 'lv' | 'en';
  institution: Ref;
  roles: string[];
  groups: (Ref & { lead: boolean })[];
  rights: string[];
  csrfToken: string;
  demo: boolean;
  home: 'portal' | 'desk' | 'reports' | 'admin';
}

export type TicketState = 'new' | 'assigned' | 'in_progress' | 'on_hold' | 'resolved' | 'closed' | 'cancelled';
export type HoldReason = 'awaiting_requester' | 'agreed_date' | 'awaiting_vendor' | 'awaiting_change' | 'awaiting_internal';
export type ResolutionCode = 'fixed' | 'workaround' | 'user_advised' | 'no_fault_found' | 'third_party' | 'duplicate_known';
export type CancellationReason = 'withdrawn' | 'duplicate' | 'invalid' | 'test';
export type PriorityReason = 'new_information' | 'wrong_registration' | 'requester_upgrade';
export type RatingValue = 'bad' | 'satisfactory' | 'good';
export type Level = 1 | 2 | 3;
export type Priority = 1 | 2 | 3 | 4 | 5;
export type Visibility = 'public' | 'internal';

export interface ClockSummary {
  id: string;
  kind: 'response' | 'resolution';
  cycle: number;
  state: 'running' | 'paused' | 'stopped' | 'cancelled';
  outcome: 'met' | 'breached' | null;
  startedAt: string;
  dueAt: string | null;
  stoppedAt: string | null;
  breachedAt: string | null;
  targetSeconds: number;
  consumedSeconds: number;
  remainingSeconds: number;
  percent: number;
  calendar: { code: string; name: string };
}

export type IntervalReason =
  'working' | 'night' | 'weekend' | 'holiday' | 'moved_day_off' | 'shortened' | 'pause' | 'before_start' | 'after_stop';

export interface ClockInterval {
  from: string;
  to: string;
  counted: boolean;
  seconds: number;
  reason: IntervalReason;
  label: string;
  future: boolean;
}

export interface ClockExplanation extends ClockSummary {
  policy: { name: string; version: number };
  promises: {
    targetNo: number;
    seconds: number;
    calendar: { code: string; name: string };
    deadline: string;
    at: string;
    cause: string;
    current: boolean;
  }[];
  intervals: ClockInterval[];
  days: { date: string; countedSeconds: number; note: string | null }[];
  sums: { countedSeconds: number; uncountedSeconds: number };
  sentence: string;
  ledger: {
    at: string;
    recordedAt: string;
    type: string;
    reason: string | null;
    actor: Person | null;
    deadlineBefore: string | null;
    deadlineAfter: string | null;
  }[];
}

export interface TicketSummary {
  id: string;
  number: string;
  type: string;
  title: string;
  state: TicketState;
  holdReason: HoldReason | null;
  priority: Priority;
  impact: Level;
  urgency: Level;
  institution: Ref;
  service: Ref | null;
  group: Ref | null;
  assignee: Person | null;
  requester: Person;
  affectedUser: Person;
  source: string;
  submittedAt: string;
  updatedAt: string;
  dueAt: string | null;
  dueKind: 'response' | 'resolution' | null;
  clocks: ClockSummary[];
  escalated: boolean;
}

export type Ability =
  | 'accept'
  | 'acceptAndResolve'
  | 'assign'
  | 'hold'
  | 'resume'
  | 'resolve'
  | 'confirm'
  | 'reopen'
  | 'cancel'
  | 'changePriority'
  | 'replyPublic'
  | 'noteInternal'
  | 'attach'
  | 'rate'
  | 'followUp';

export interface RatingView {
  id: string;
  value: RatingValue;
  comment: string | null;
  at: string;
  changeableUntil: string;
  channel: string;
  mayReopen: boolean;
  mayFollowUp: boolean;
}

export interface Ticket extends TicketSummary {
  description: string;
  version: number;
  restricted: boolean;
  origin: string | null;
  resolvedAt: string | null;
  closedAt: string | null;
  resolution: { code: ResolutionCode; text: string; by: Person | null; at: string } | null;
  reopenUntil: string | null;
  hold: { reason: HoldReason; question: string | null; until: string | null; since: string } | null;
  hopCount: number;
  reopenCount: number;
  duplicateOf: { id: string; number: string } | null;
  followUpOf: { id: string; number: string } | null;
  rating: RatingView | null;
  abilities: Record<Ability, boolean>;
}

export interface Attachment {
  id: string;
  name: string;
  size: number;
  mediaType: string;
  sha256: string;
  scanState: string;
  hasPreview: boolean;
  at: string;
  by: Person;
  visibility: Visibility;
}

export interface Comment {
  id: string;
  author: Person & { staff: boolean };
  visibility: Visibility;
  kind: 'reply' | 'note' | 'question' | 'reopening' | 'resolution';
  body: string;
  at: string;
  attachments: Attachment[];
}

/** The answer to a new comment. A reply to a finished ticket makes a follow-up, which then holds the text. */
export interface AddedComment extends Comment {
  warnings: string[];
  followUp: { id: string; number: string } | null;
  mayReopen: boolean;
}

export interface HistoryEntry {
  id: string | number;
  at: string;
  type: string;
  actor: Person | null;
  text: string;
  payload: Record<string, unknown>;
}

export interface Service {
  id: string;
  code: string;
  name: string;
  description: string | null;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface RatingStatus {
  rating: RatingView | null;
  canRate: boolean;
  rateUntil: string | null;
}

export interface RatingLink {
  ticketNumber: string;
  title: string;
  value: RatingValue | null;
  state: 'open' | 'used' | 'expired';
  locale: 'lv' | 'en';
}

export interface NewIncident {
  title: string;
  description: string;
  serviceId?: string;
  impact?: Level;
  urgency?: Level;
  affectedUserId?: string;
}
