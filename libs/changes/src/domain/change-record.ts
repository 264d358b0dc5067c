import { type DomainEvent, formatInstant, type Instant } from '#kernel';
import type { TicketRecord } from '#tickets';
import { contentHash } from './change-content.js';
import type { ChangeDetail } from './change-detail.js';
import { transitionNotAllowed } from './change-errors.js';
import { changeArrow, type ChangeEvent, type ChangeState } from './change-lifecycle.js';
import type { ChangeWindow } from './change-window.js';
import { needsReview } from './review-rule.js';
import { riskLevel, type RiskLevel } from './risk.js';

/** Who acts and when. A null id is the system. */
export interface Act {
  readonly by: string | null;
  readonly at: Instant;
}

type Payload = DomainEvent['payload'];

/** What a change is and how its steps are recorded; `Change` adds the rules. */
export abstract class ChangeRecord {
  readonly events: DomainEvent[] = [];

  constructor(
    readonly ticket: TicketRecord,
    readonly detail: ChangeDetail,
    /** Every service that it touches, the main one among them. */
    public serviceIds: readonly string[],
    public itemIds: readonly string[],
  ) {}

  get id(): string {
    return this.ticket.id;
  }

  get state(): ChangeState {
    return this.ticket.state as ChangeState;
  }

  get hash(): string {
    return contentHash(this.ticket, this.detail, this.serviceIds, this.itemIds);
  }

  /** Likelihood times impact; null until somebody has answered the questions. */
  get score(): number | null {
    const { likelihood, riskImpact } = this.detail;
    return likelihood === null || riskImpact === null ? null : likelihood * riskImpact;
  }

  get risk(): RiskLevel | null {
    return this.score === null ? null : riskLevel(this.score);
  }

  get window(): ChangeWindow | null {
    const { plannedFrom: from, plannedTo: to } = this.detail;
    return from === null || to === null ? null : { from, to };
  }

  get reviewRequired(): boolean {
    return needsReview({ kind: this.detail.kind, outcome: this.detail.outcome, score: this.score });
  }

  /** Throws `changes.transition-not-allowed` where the lifecycle does not list the event for the kind and the state. */
  check(event: ChangeEvent): void {
    if (!changeArrow(this.detail.kind, this.state, event)) throw transitionNotAllowed(event, this.state);
  }

  /** The window about which is asked is the measure of the tolerance. */
  keepAskedWindow(): void {
    Object.assign(this.detail, { approvedFrom: this.detail.plannedFrom, approvedTo: this.detail.plannedTo });
  }

  protected setWindow({ from, to }: ChangeWindow): void {
    Object.assign(this.detail, { plannedFrom: from, plannedTo: to });
  }

  protected scheduled(act: Act): void {
    this.record('scheduled', act, { ...windowOf(this.window), serviceIds: this.serviceIds, itemIds: this.itemIds });
  }

  protected rescheduled(act: Act, earlier: ChangeWindow | null, outside: boolean): void {
    const { from: earlierFrom, to: earlierTo } = windowOf(earlier);
    this.record('rescheduled', act, { ...windowOf(this.window), earlierFrom, earlierTo, outside });
  }

  /** Something that moves no state and stands in no field of its own. */
  note(what: string, act: Act, payload: Payload): void {
    this.record(what, act, payload);
  }

  protected move(event: ChangeEvent): void {
    const found = changeArrow(this.detail.kind, this.state, event);
    if (!found) throw transitionNotAllowed(event, this.state);
    this.ticket.state = found.to;
  }

  protected record(what: string, { by, at }: Act, payload: Payload): void {
    this.events.push({ type: `changes.${what}`, version: 1, subject: { type: 'ticket', id: this.id }, actorId: by, payload, at });
  }
}

/** A window as events tell it. */
export function windowOf(window: ChangeWindow | null): { from: string | null; to: string | null } {
  return { from: window && formatInstant(window.from), to: window && formatInstant(window.to) };
}

/** Did it end before anything was done: rejected or cancelled? */
export function finishedWithoutWork(state: ChangeState): boolean {
  return state === 'rejected' || state === 'cancelled';
}
