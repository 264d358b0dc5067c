import type { WorkingCalendar } from '#calendars';
import { DomainError, type DomainEvent, type Instant, notFound } from '#kernel';
import type { Approval, Round, Step } from './approval.js';
import { type Channel, type Decision, LONGEST_CHAIN, type RoundRequest } from './approval-words.js';
import { newApproval, newRound } from './new-round.js';
import { outcomeOf } from './step-rule.js';
import { dueWhenEscalated, dueWhenReached, remindAt } from './step-timing.js';

/** Who acts and when; null is the system. */
export interface Act {
  readonly by: string | null;
  readonly at: Instant;
}

export interface DecisionGiven {
  readonly approvalId: string;
  readonly decision: Decision;
  readonly reason: string | null;
  readonly channel: Channel;
}

type Payload = DomainEvent['payload'];

/** A round of approvals with its rules (DOMAIN 3.5). Methods change it or throw, and collect the events that saving appends. */
export class ApprovalRound {
  readonly events: DomainEvent[] = [];

  constructor(
    readonly round: Round,
    /** Whose days are the days of due times. */
    private readonly calendar: WorkingCalendar,
  ) {}

  /** Asks for approval; the steps of the first position are open at once. Throws `approvals.not-enough-approvers`. */
  static ask(request: RoundRequest, number: number, act: Act, calendar: WorkingCalendar): ApprovalRound {
    const asked = new ApprovalRound(newRound(request, number, act.at), calendar);
    asked.openNext(act, true);
    return asked;
  }

  /** The approval with its step. Throws `approvals.not-found`. */
  find(approvalId: string): { readonly step: Step; readonly approval: Approval } {
    for (const step of this.round.steps) {
      const approval = step.approvals.find(({ id }) => id === approvalId);
      if (approval) return { step, approval };
    }
    throw notFound('approvals');
  }

  /**
   * The approver says yes, or no with a reason. His word is final; with it the step, and with the step the round, may be decided.
   * Throws `approvals.not-pending`, `approvals.not-your-turn`, `approvals.overdue`, `approvals.excluded`, `approvals.rejection-needs-reason`.
   */
  decide(act: Act, { approvalId, decision, reason, channel }: DecisionGiven): void {
    const { step, approval } = this.pending(approvalId, act.at);
    if (decision === 'rejected' && !reason)
      throw new DomainError('approvals.rejection-needs-reason', {}, 'invalid', [
        { pointer: '/reason', code: 'approvals.rejection-needs-reason' },
      ]);
    Object.assign(approval, { state: decision, decidedAt: act.at, reason, channel });
    this.record('decided', act.by, { approvalId, stepId: step.id, decision, channel });
    this.settle(step, act, decision === 'rejected' ? { cause: 'rejected', reason, approvalId } : null);
  }

  /**
   * The approver passes his approval on; the new one takes his place in the step. Throws `approvals.chain-too-long`, `approvals.excluded`,
   * `approvals.already-in-step`, and what `decide` throws for an approval that is not open.
   */
  delegate(act: Act, { approvalId, toId, reason }: { approvalId: string; toId: string; reason: string }): Approval {
    const { step, approval } = this.pending(approvalId, act.at);
    if (approval.chain >= LONGEST_CHAIN) throw new DomainError('approvals.chain-too-long', { most: LONGEST_CHAIN });
    this.requireFree(toId);
    if (step.approvals.some(({ approverId }) => approverId === toId)) throw new DomainError('approvals.already-in-step');
    const next = newApproval(step.id, toId, { from: approval });
    Object.assign(approval, { state: 'delegated', decidedAt: act.at, reason });
    step.approvals.push(next);
    this.record('delegated', act.by, { approvalId, stepId: step.id, toApprovalId: next.id, chain: next.chain });
    return next;
  }

  /** What time does to a step: it is reminded of, or it expires, `lapse` saying so as a reason. False where there is nothing to do now. */
  passTime(stepId: string, at: Instant, lapse: string | null = null): boolean {
    const step = this.round.steps.find(({ id }) => id === stepId);
    if (this.round.state !== 'open' || step?.state !== 'open') return false;
    if (step.dueAt <= at) this.expire(step, at, lapse);
    else if (step.remindAt !== null && step.remindAt <= at) this.remind(step);
    else return false;
    return true;
  }

  /** The subject goes back or ends: nobody need decide any more. */
  cancel(act: Act, cause: string): void {
    this.end('cancelled', act.at);
    this.record('cancelled', act.by, { ...this.which, cause });
  }

  /** What was decided about is no longer the same: what was said of it counts no more, though it stays readable. */
  void(act: Act): void {
    this.end('voided', act.at);
    this.record('voided', act.by, this.which);
  }

  private pending(approvalId: string, at: Instant): { step: Step; approval: Approval } {
    const { step, approval } = this.find(approvalId);
    if (approval.state !== 'pending') throw new DomainError('approvals.not-pending', { state: approval.state }, 'conflict');
    if (step.state !== 'open') throw new DomainError('approvals.not-your-turn', {}, 'conflict');
    if (at >= step.dueAt) throw new DomainError('approvals.overdue', {}, 'conflict');
    this.requireFree(approval.approverId);
    return { step, approval };
  }

  private requireFree(personId: string): void {
    if (this.round.excludedIds.includes(personId)) throw new DomainError('approvals.excluded', {}, 'rule-broken');
  }

  private remind(step: Step): void {
    step.remindAt = null;
    this.record('reminded', null, { stepId: step.id, approvalIds: pendingOf(step).map(({ id }) => id) });
  }

  /** Whoever has not answered has missed it. A step that was escalated once ends with that. */
  private expire(step: Step, at: Instant, lapse: string | null): void {
    for (const approval of pendingOf(step)) Object.assign(approval, { state: 'expired', decidedAt: at });
    const heirs = step.escalateToIds.filter((id) => step.approvals.every(({ approverId }) => approverId !== id));
    const escalates = step.onExpiry === 'escalate' && step.escalatedAt === null && heirs.length > 0;
    this.record('step-expired', null, { stepId: step.id, effect: escalates ? 'escalate' : 'reject' });
    if (!escalates) return this.refuse(step, { by: null, at }, { cause: 'expired', reason: lapse });
    step.approvals.push(...heirs.map((id) => newApproval(step.id, id, { escalated: true })));
    const dueAt = dueWhenEscalated(at, this.calendar);
    Object.assign(step, { escalatedAt: at, dueAt, remindAt: null });
    this.record('requested', null, { ...this.which, stepIds: [step.id] });
  }

  private settle(step: Step, act: Act, no: Refusal | null): void {
    const outcome = outcomeOf(step);
    if (outcome === 'refused') return this.refuse(step, act, no ?? { cause: 'rejected', reason: null });
    if (outcome === 'open') return;
    this.endStep(step, 'approved', act.at);
    if (this.round.steps.some(({ state }) => state === 'open')) return;
    if (this.openNext(act)) return;
    this.end('granted', act.at);
    this.record('granted', act.by, this.which);
  }

  private refuse(step: Step, act: Act, refusal: Refusal): void {
    this.endStep(step, 'refused', act.at);
    this.end('refused', act.at);
    this.round.reason = refusal.reason;
    this.record('refused', act.by, { ...this.which, ...refusal });
  }

  /** Opens the steps of the next position; false where none is left. */
  private openNext(act: Act, first = false): boolean {
    const waiting = this.round.steps.filter(({ state }) => state === 'waiting');
    const next = waiting.filter(({ position }) => position === waiting[0]?.position);
    for (const step of next) {
      const dueAt = first && step.dueAt > act.at ? step.dueAt : dueWhenReached(act.at, step.dueAt, this.calendar);
      Object.assign(step, { state: 'open', openedAt: act.at, dueAt, remindAt: remindAt(act.at, dueAt, this.calendar) });
    }
    if (next.length > 0) this.record('requested', act.by, { ...this.which, stepIds: next.map(({ id }) => id) });
    return next.length > 0;
  }

  private endStep(step: Step, state: 'approved' | 'refused' | 'cancelled', at: Instant): void {
    for (const approval of pendingOf(step)) Object.assign(approval, { state: 'cancelled', decidedAt: at });
    Object.assign(step, { state, endedAt: at, remindAt: null });
  }

  private end(state: 'granted' | 'refused' | 'voided' | 'cancelled', at: Instant): void {
    for (const step of this.round.steps) if (step.state === 'open' || step.state === 'waiting') this.endStep(step, 'cancelled', at);
    Object.assign(this.round, { state, endedAt: at });
  }

  private get which(): Payload {
    return { purpose: this.round.purpose, round: this.round.number };
  }

  private record(what: string, actorId: string | null, payload: Payload): void {
    const subject = { type: 'ticket', id: this.round.ticketId };
    this.events.push({ type: `approvals.${what}`, version: 1, subject, actorId, payload });
  }
}

interface Refusal {
  readonly cause: 'rejected' | 'expired';
  readonly reason: string | null;
  readonly approvalId?: string;
}

function pendingOf(step: Step): Approval[] {
  return step.approvals.filter(({ state }) => state === 'pending');
}
