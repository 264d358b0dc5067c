import type { Instant } from '#kernel';

/** States in which somebody still has to do something; the queues' partial indexes name the same ones. */
export const OPEN_STATES = ['new', 'assigned', 'in_progress', 'on_hold'] as const;

/** Where tickets come from. */
export const TICKET_SOURCES = ['portal', 'phone', 'email', 'in_person', 'monitoring', 'api', 'import'] as const;

export type TicketSource = (typeof TICKET_SOURCES)[number];

export type Visibility = 'public' | 'internal';

export const VISIBILITIES: readonly Visibility[] = ['public', 'internal'];

/** Impact and urgency of DOMAIN 4.1, 1 the gravest. */
export type Level = 1 | 2 | 3;

export type Priority = 1 | 2 | 3 | 4 | 5;

/** The row that all types of ticket share (DOMAIN 2.1). Which states there are, the type says. */
export interface TicketRecord {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  title: string;
  description: string;
  readonly requesterId: string;
  readonly affectedUserId: string;
  /** Who entered it: an agent where somebody called, else the requester. */
  readonly createdById: string;
  /** Copied from the affected user at submission; never follows him. */
  readonly institutionId: string;
  serviceId: string | null;
  groupId: string | null;
  assigneeId: string | null;
  impact: Level;
  urgency: Level;
  priority: Priority;
  state: string;
  holdReason: string | null;
  /** What an incident is about: a code of the list that `incidents` keeps. */
  category: string | null;
  /** The nearest running deadline, written by `sla` through `setDueAtsSql`. */
  readonly dueAt: Instant | null;
  readonly dueKind: string | null;
  readonly source: TicketSource;
  restricted: boolean;
  /** The name of the log that it was taken in from; null for tickets born here. */
  readonly origin: string | null;
  readonly submittedAt: Instant;
  updatedAt: Instant;
  resolvedAt: Instant | null;
  closedAt: Instant | null;
  /** Raised by each change of what `If-Match` protects; not by clocks and comments. */
  readonly version: number;
  resolverGroupId: string | null;
  resolverId: string | null;
  reopenCount: number;
  hopCount: number;
  duplicateOfId: string | null;
  readonly escalationRank: number;
  /** Put aside until then: its assignee is reminded of it. The clocks run on. */
  readonly asideUntil: Instant | null;
  readonly asideNote: string | null;
}

export function isOpen(ticket: Pick<TicketRecord, 'state'>): boolean {
  return (OPEN_STATES as readonly string[]).includes(ticket.state);
}

/** What stands in the queue may be put aside for a while; problems and changes have plans of their own. */
export function mayPutAside(ticket: Pick<TicketRecord, 'state' | 'type'>): boolean {
  return ticket.type === 'incident' && isOpen(ticket);
}

export function isPersonOf(ticket: Pick<TicketRecord, 'requesterId' | 'affectedUserId'>, userId: string): boolean {
  return ticket.requesterId === userId || ticket.affectedUserId === userId;
}

export function isVisibility(value: unknown): value is Visibility {
  return (VISIBILITIES as readonly unknown[]).includes(value);
}
