import { arrow, type DomainEvent, fieldRefused, formatInstant, type Instant } from '#kernel';
import type { TicketRecord } from '#tickets';
import { achieved, cameToNothing, type Fix } from './fix.js';
import { applyEdit, type ProblemEdit } from './problem-edit.js';
import type { ProblemDetail } from './problem-detail.js';
import { incomplete, ruleBroken, transitionNotAllowed } from './problem-errors.js';
import { OPEN_PROBLEM_STATES, type ProblemEvent, problemLifecycle, type ProblemState } from './problem-lifecycle.js';

/** Who acts and when. A null id is the system. */
export interface Act {
  readonly by: string | null;
  readonly at: Instant;
}

type Payload = DomainEvent['payload'];

/** A problem with its rules (DOMAIN 3.3). Methods change it or throw, and collect the events that saving appends. */
export class Problem {
  readonly events: DomainEvent[] = [];

  constructor(
    readonly ticket: TicketRecord,
    readonly detail: ProblemDetail,
    /** Oldest first. */
    readonly fixes: Fix[],
  ) {}

  get id(): string {
    return this.ticket.id;
  }

  get state(): ProblemState {
    return this.ticket.state as ProblemState;
  }

  /** Cause and workaround are both written: DOMAIN 2.2 asks for both of a known error. */
  get missingForKnownError(): string[] {
    const { rootCause, workaround } = this.detail;
    return [...(rootCause === null ? ['rootCause'] : []), ...(workaround === null ? ['workaround'] : [])];
  }

  /** The changes that may still resolve it: those since it came back last. */
  private get liveFixes(): Fix[] {
    return this.fixes.filter(({ spentAt }) => spentAt === null);
  }

  /** A change succeeded, or a manager accepted the risk. */
  get resolvable(): boolean {
    return this.detail.riskAcceptedAt !== null || this.liveFixes.some(achieved);
  }

  /** Throws `problems.transition-not-allowed` where the lifecycle does not list the event for the state. */
  check(event: ProblemEvent): void {
    if (!arrow(problemLifecycle, this.state, event)) throw transitionNotAllowed(event, this.state);
  }

  /** Writes down what is known. Answers the names of the fields that changed. Throws `problems.settled` once it is over. */
  edit(act: Act, edit: ProblemEdit): string[] {
    if (!OPEN_PROBLEM_STATES.includes(this.state)) throw ruleBroken('problems.settled', { state: this.state });
    const fields = applyEdit(this.ticket, this.detail, edit);
    const missing = this.detail.knownSince === null ? [] : this.missingForKnownError;
    if (missing.length > 0) throw incomplete(missing);
    if (fields.length === 0) return fields;
    this.record('edited', act, { fields });
    this.settleFailedFix(act);
    return fields;
  }

  /** The search begins, and somebody owns it. */
  investigate(act: Act, ownerId: string): void {
    this.move('investigate');
    this.ticket.assigneeId = ownerId;
    this.record('investigated', act, { ownerId });
  }

  /** It is known: cause and workaround are there, and it is offered to whoever meets it. */
  identify(act: Act): void {
    this.check('identify');
    if (this.missingForKnownError.length > 0) throw incomplete(this.missingForKnownError);
    this.move('identify');
    this.detail.knownSince = act.at;
    this.record('identified', act, {});
  }

  /** A change was raised that is to resolve it. While one is on its way, a further one only joins it. */
  raiseChange(act: Act, changeId: string): void {
    if (this.fixes.some((fix) => fix.changeId === changeId)) return;
    if (this.state !== 'fix_in_progress') this.move('raise_change');
    this.fixes.push({ changeId, raisedAt: act.at, outcome: null, endedAt: null, reviewedAt: null, spentAt: null });
    this.record('change-raised', act, { changeId });
  }

  /** What became of a change that was to resolve it; other changes and later news of an ended one change nothing. */
  followFix(act: Act, changeId: string, news: Partial<Pick<Fix, 'outcome' | 'endedAt' | 'reviewedAt'>>): boolean {
    const fix = this.fixes.find((one) => one.changeId === changeId);
    if (!fix) return false;
    Object.assign(fix, news);
    if (achieved(fix) && news.outcome !== undefined && this.state === 'fix_in_progress') this.record('change-succeeded', act, { changeId });
    this.settleFailedFix(act);
    return true;
  }

  /**
   * Goes back to a known error once every change on its way has come to nothing. Where cause or workaround is still unwritten it waits for
   * them, since a known error has both (see the README).
   */
  private settleFailedFix(act: Act): void {
    if (this.state !== 'fix_in_progress' || this.missingForKnownError.length > 0 || !this.liveFixes.every(cameToNothing)) return;
    this.move('change_failed');
    this.detail.knownSince ??= act.at;
    this.record('change-failed', { by: null, at: act.at }, { changeId: this.liveFixes.at(-1)?.changeId ?? null });
  }

  /** A manager takes the risk of leaving it as it is; whoever works on it does not accept it himself. */
  acceptRisk(act: Act & { by: string }, reason: string): void {
    this.check('resolve');
    if (act.by === this.ticket.assigneeId) throw ruleBroken('problems.own-risk');
    Object.assign(this.detail, { riskAcceptedById: act.by, riskAcceptedAt: act.at, riskReason: reason });
    this.record('risk-accepted', act, { reason });
  }

  /** It is over: a change succeeded, or its risk was accepted. It may be verified from `verifyFrom`. */
  resolve(act: Act, resolution: string, verifyFrom: Instant): void {
    this.check('resolve');
    if (!this.resolvable) throw ruleBroken('problems.nothing-resolves-it');
    this.move('resolve');
    this.ticket.resolvedAt = act.at;
    Object.assign(this.ticket, { resolverId: act.by, resolverGroupId: this.ticket.groupId });
    Object.assign(this.detail, { resolution, verifyFrom, knownSince: null });
    this.record('resolved', act, { by: this.liveFixes.some(achieved) ? 'change' : 'risk', verifyFrom: formatInstant(verifyFrom) });
  }

  /** It did not come back for 20 working days. */
  verify(act: Act): void {
    this.check('verify');
    const { verifyFrom } = this.detail;
    if (verifyFrom === null || verifyFrom > act.at)
      throw ruleBroken('problems.too-early', { from: verifyFrom && formatInstant(verifyFrom) });
    this.move('verify');
    this.ticket.closedAt = act.at;
    this.record('verified', act, {});
  }

  /** An incident was linked. One that was filed after the resolution is a recurrence; a problem that is over takes none. */
  linkIncident(act: Act, incident: { readonly id: string; readonly submittedAt: Instant }): void {
    if (this.state === 'closed' || this.state === 'cancelled') throw ruleBroken('problems.over', { state: this.state });
    this.record('incident-linked', act, { incidentId: incident.id });
    const { resolvedAt } = this.ticket;
    if (this.state === 'resolved' && resolvedAt !== null && incident.submittedAt > resolvedAt) this.recur(act, incident.id);
  }

  /** What was taken for its end was none: earlier changes and the acceptance of its risk do not resolve it again. */
  private recur(act: Act, incidentId: string): void {
    this.move('recur');
    this.ticket.resolvedAt = null;
    this.ticket.reopenCount += 1;
    for (const fix of this.liveFixes) fix.spentAt = act.at;
    Object.assign(this.detail, { verifyFrom: null, riskAcceptedById: null, riskAcceptedAt: null, riskReason: null });
    this.detail.recurrences += 1;
    this.record('recurred', { by: null, at: act.at }, { incidentId });
  }

  unlinkIncident(act: Act, incidentId: string): void {
    if (!OPEN_PROBLEM_STATES.includes(this.state)) throw ruleBroken('problems.over', { state: this.state });
    this.record('incident-unlinked', act, { incidentId });
  }

  dismiss(act: Act, reason: string): void {
    this.move('dismiss');
    this.ticket.closedAt = act.at;
    this.detail.endReason = reason;
    this.record('dismissed', act, { reason });
  }

  /** Hands it to another group, or to another owner in its group. */
  assign(act: Act, groupId: string, ownerId: string | null): void {
    if (!OPEN_PROBLEM_STATES.includes(this.state)) throw ruleBroken('problems.settled', { state: this.state });
    if (ownerId === null && this.state !== 'new') throw fieldRefused('problems.owner-needed', 'assigneeId');
    if (this.ticket.groupId === groupId && this.ticket.assigneeId === ownerId) return;
    Object.assign(this.ticket, { groupId, assigneeId: ownerId });
    this.record('assigned', act, { groupId, ownerId });
  }

  private move(event: ProblemEvent): void {
    const found = arrow(problemLifecycle, this.state, event);
    if (!found) throw transitionNotAllowed(event, this.state);
    this.ticket.state = found.to;
  }

  private record(what: string, { by, at }: Act, payload: Payload): void {
    this.events.push({ type: `problems.${what}`, version: 1, subject: { type: 'ticket', id: this.id }, actorId: by, payload, at });
  }
}
