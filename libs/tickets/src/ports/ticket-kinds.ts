import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Instant } from '#kernel';
import type { Queryable, Tx } from '#platform';
import type { TicketStanding } from '../domain/ticket-standing.js';
import type { Level, Priority, TicketRecord } from '../domain/ticket.js';

/** What a type of ticket adds to the page of one ticket. */
export interface KindView {
  readonly resolution: { readonly code: string; readonly text: string; readonly byId: string | null; readonly at: Instant } | null;
  readonly reopenUntil: Instant | null;
  readonly hold: {
    readonly reason: string;
    readonly question: string | null;
    readonly until: Instant | null;
    readonly since: Instant;
  } | null;
  /** A security incident: since when it is known, and what was sent of it. Null where it is none, or not the reader's business. */
  readonly security: {
    readonly awareAt: Instant | null;
    readonly warningSentAt: Instant | null;
    readonly notificationSentAt: Instant | null;
    readonly finalReportSentAt: Instant | null;
  } | null;
  readonly major: 'none' | 'proposed' | 'declared' | 'declined';
  /** What the number of people affected proposes, for those who work on it; left out where the type proposes nothing. */
  readonly proposedPriority?: {
    readonly impact: Level;
    readonly urgency: Level;
    readonly priority: Priority;
    readonly people: number;
    readonly institutions: number;
  } | null;
  readonly abilities: KindAbilities;
}

/** What the actor may do by the lifecycle and the access rules of the type. */
export interface KindAbilities {
  readonly accept: boolean;
  readonly acceptAndResolve: boolean;
  readonly assign: boolean;
  readonly hold: boolean;
  readonly resume: boolean;
  readonly resolve: boolean;
  readonly confirm: boolean;
  readonly reopen: boolean;
  readonly cancel: boolean;
  readonly changePriority: boolean;
  readonly changeService: boolean;
  /** Says what it is about in a word of a list; left out where the type has no such list. */
  readonly categorise?: boolean;
  /** Marks it as a security incident, and records what was sent of it. */
  readonly declareSecurity: boolean;
  readonly decideMajor: boolean;
  /** Takes a merge back; left out where the type merges nothing. */
  readonly unmerge?: boolean;
}

/** What each type of ticket (`incident`, ...) tells of itself. */
export interface TicketKind {
  readonly type: string;
  /** Conversation ends in these states: whoever writes later begins a follow-up. */
  readonly finalStates: readonly string[];
  view(on: Queryable, actor: Actor, ticket: TicketRecord, standing: TicketStanding): Promise<KindView>;
  /** The system hands a ticket over to another group; false where its state or the group does not allow it. */
  handOver(tx: Tx, ticketId: string, groupId: string, reason: string): Promise<boolean>;
  /** Makes a ticket that follows a finished one. */
  followUp(tx: Tx, actor: Actor, finished: TicketRecord, text: string): Promise<{ readonly id: string; readonly number: string }>;
  /** A change was raised that is to resolve the ticket. Kinds that go on with it take the step, or refuse both by throwing. */
  changeRaised?(tx: Tx, actor: Actor, ticketId: string, changeId: string): Promise<void>;
}

/** The types of ticket that this program knows; each registers itself when it starts. */
@Injectable()
export class TicketKinds {
  private readonly byType = new Map<string, TicketKind>();

  register(kind: TicketKind): void {
    this.byType.set(kind.type, kind);
  }

  of(type: string): TicketKind {
    const kind = this.byType.get(type);
    if (!kind) throw new Error(`no module tells of tickets of type ${type}`);
    return kind;
  }
}
