import { fieldRefused, formatInstant, type Instant } from '#kernel';
import { applyEdit, type ChangeEdit } from './change-edit.js';
import { incomplete, ruleBroken, transitionNotAllowed } from './change-errors.js';
import { type Act, ChangeRecord, windowOf } from './change-record.js';
import { missingForAuthority, missingForSubmission } from './change-sections.js';
import { type ChangeWindow, mayStart } from './change-window.js';
import type { ChangeOutcome } from './change-words.js';
import { type RiskAnswers, scoreRisk } from './risk.js';

export interface Finish {
  readonly outcome: ChangeOutcome;
  readonly text: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** What blocks a window, and is let stand. */
export interface Overridden {
  readonly reasons: readonly string[];
  readonly freezes: readonly string[];
}

export interface Review {
  readonly objectivesMet: boolean;
  readonly lessons: string;
}

/** A change with its rules (DOMAIN 3.4). Methods change it or throw, and collect the events that saving appends. */
export class Change extends ChangeRecord {
  /** Writes the document. Answers the names of the fields that changed. */
  edit(act: Act, edit: ChangeEdit, sets: { readonly serviceIds?: readonly string[] | undefined; readonly items?: boolean } = {}): string[] {
    if (edit.kind !== undefined && edit.kind !== this.detail.kind && this.state !== 'draft')
      throw fieldRefused('changes.kind-settled', 'kind');
    const fields = applyEdit(this.ticket, this.detail, edit);
    const { serviceId } = this.ticket;
    const wanted = new Set([...(sets.serviceIds ?? this.serviceIds), ...(serviceId === null ? [] : [serviceId])]);
    if (wanted.size !== this.serviceIds.length || this.serviceIds.some((id) => !wanted.has(id))) {
      this.serviceIds = [...wanted].sort();
      fields.push('serviceIds');
    }
    if (sets.items) fields.push('itemIds');
    if (fields.length > 0) this.record('edited', act, { fields });
    return fields;
  }

  /** Keeps the answers of the questionnaire; on each side the worst decides. */
  scoreRisk(act: Act & { by: string }, answers: RiskAnswers): void {
    const { likelihood, impact } = scoreRisk(answers);
    Object.assign(this.detail, { likelihood, riskImpact: impact, riskAnswers: answers, riskAssessedById: act.by, riskAssessedAt: act.at });
    this.record('risk-scored', act, { likelihood, impact, score: likelihood * impact });
  }

  submit(act: Act, assessmentDueAt: Instant): void {
    this.check('submit');
    const missing = missingForSubmission(this);
    if (missing.length > 0) throw incomplete(missing);
    this.move('submit');
    Object.assign(this.detail, { assessmentDueAt, assessmentNoticeAt: null });
    this.record('submitted', act, {});
  }

  return(act: Act, reason: string): void {
    this.move('return');
    this.detail.assessmentDueAt = null;
    this.record('returned', act, { reason });
  }

  /** Asks for authority by risk. What is asked for is the document with its window; an emergency waits for an urgent incident instead of a score. */
  requestAuthorisation(urgentIncident: boolean): void {
    this.check('request_authorisation');
    if (this.detail.kind === 'emergency') {
      if (!urgentIncident) throw ruleBroken('changes.urgent-incident-missing');
      if (this.window === null) throw incomplete(['plannedFrom']);
    } else this.requireAssessed();
    this.move('request_authorisation');
    this.detail.assessmentDueAt = null;
    this.keepAskedWindow();
  }

  private requireAssessed(): void {
    const missing = missingForAuthority(this);
    if (missing.length > 0) throw incomplete(missing);
  }

  /** Approvers were asked; said once the steps are open, so that the round has its number. */
  authorisationRequested(act: Act, round: number): void {
    this.record('authorisation-requested', act, { round, risk: this.risk });
  }

  authorise(act: Act): void {
    this.move('authorise');
    this.detail.approvedHash = this.hash;
    this.record('authorised', act, windowOf(this.window));
    this.scheduled(act);
  }

  reject(act: Act, reason: string | null): void {
    this.move('reject');
    this.ticket.closedAt = act.at;
    this.detail.endReason = reason;
    this.record('rejected', act, { reason });
  }

  /** A standard change goes straight into the calendar. */
  schedule(act: Act, maxRisk: number): void {
    this.check('schedule');
    this.requirePlaced();
    if (this.score !== null && this.score > maxRisk) throw ruleBroken('changes.risk-above-template', { score: this.score, maxRisk });
    this.move('schedule');
    this.keepAskedWindow();
    this.scheduled(act);
  }

  /** Throws 422 where it has no window or nobody to carry it out. */
  requirePlaced(): void {
    const missing = [...(this.window === null ? ['plannedFrom'] : []), ...(this.ticket.groupId === null ? ['groupId'] : [])];
    if (missing.length > 0) throw incomplete(missing);
  }

  /** Moves the window inside the tolerance; what was authorised stays authorised. */
  reschedule(act: Act, window: ChangeWindow): void {
    const earlier = this.window;
    this.move('reschedule');
    this.setWindow(window);
    this.rescheduled(act, earlier, false);
  }

  /** What was authorised has changed: authority is asked for anew. */
  authoriseAnew(): void {
    this.move('reschedule_outside');
    this.keepAskedWindow();
    this.detail.approvedHash = null;
  }

  /** Moves the window outside the tolerance: authority is asked for anew. */
  rescheduleOutside(act: Act, window: ChangeWindow): void {
    if (this.detail.kind === 'standard') throw ruleBroken('changes.outside-tolerance');
    const earlier = this.window;
    this.move('reschedule_outside');
    this.setWindow(window);
    this.keepAskedWindow();
    this.detail.approvedHash = null;
    this.rescheduled(act, earlier, true);
  }

  /** Keeps who said yes by word of mouth, and when. */
  recordConsent(act: Act, by: string, at: Instant): void {
    if (this.detail.kind !== 'emergency' || this.state !== 'draft') throw transitionNotAllowed('implement_first', this.state);
    if (at > act.at) throw fieldRefused('changes.instant-in-future', 'at');
    Object.assign(this.detail, { consentBy: by, consentAt: at, consentRecordedById: act.by });
    this.record('consent-recorded', act, { at: formatInstant(at) });
  }

  /** Begins at once on the recorded consent; ratified by `ratifyDueAt`, or a finding is raised. */
  implementFirst(act: Act, ratifyDueAt: Instant): void {
    this.check('implement_first');
    if (this.detail.consentAt === null) throw ruleBroken('changes.consent-missing');
    if (this.ticket.groupId === null) throw incomplete(['groupId']);
    this.move('implement_first');
    Object.assign(this.detail, { ratifyDueAt, actualFrom: act.at });
    this.record('started', act, { at: formatInstant(act.at), override: null });
  }

  ratify(act: Act): void {
    if (this.detail.ratifiedAt !== null) return;
    this.detail.ratifiedAt = act.at;
    this.record('ratified', act, {});
  }

  /** Nobody ratified in time, or ratification was refused: kept for the auditors. */
  raiseFinding(act: Act, what: 'not_ratified' | 'ratification_refused'): void {
    if (this.detail.findingAt !== null) return;
    this.detail.findingAt = act.at;
    this.record('finding-raised', act, { what });
  }

  /** The window stands in spite of what blocks it; `freezes` are the ids of those among it. */
  overrideConflicts(act: Act & { by: string }, { reasons, freezes }: Overridden, reason: string): void {
    const overriddenFreezes = [...new Set([...this.detail.overriddenFreezes, ...freezes])];
    Object.assign(this.detail, { conflictOverride: reason, conflictOverrideById: act.by, overriddenFreezes });
    this.record('conflict-overridden', act, { reasons, reason });
  }

  /** Begins the work; outside its window, or in a freeze (`freezes`) that was set since it was scheduled, only by an override with its reason. */
  start(act: Act & { by: string }, override: string | null, freezes: readonly string[] = []): void {
    this.check('start');
    const outside = this.window === null || !mayStart(this.window, act.at);
    if (override === null && outside) throw ruleBroken('changes.outside-window');
    if (override === null && freezes.length > 0) throw ruleBroken('changes.frozen-since');
    this.move('start');
    if (this.ticket.assigneeId === null) this.ticket.assigneeId = act.by;
    const overridden = override !== null && (outside || freezes.length > 0);
    if (overridden && freezes.length > 0) this.overrideConflicts(act, { reasons: ['freeze'], freezes }, override);
    Object.assign(this.detail, { actualFrom: act.at, ...(overridden ? { startOverride: override, startOverrideById: act.by } : {}) });
    this.record('started', act, { at: formatInstant(act.at), override: overridden ? override : null });
  }

  finish(act: Act, { outcome, text, from, to }: Finish): void {
    this.check('finish');
    const actualFrom = from ?? this.detail.actualFrom ?? act.at;
    const actualTo = to ?? act.at;
    if (actualTo > act.at) throw fieldRefused('changes.instant-in-future', 'actualTo');
    if (actualTo < actualFrom) throw fieldRefused('changes.window-backward', 'actualTo');
    this.move('finish');
    Object.assign(this.detail, { outcome, outcomeText: text, actualFrom, actualTo });
    const { kind, templateId } = this.detail;
    const { serviceId, groupId, institutionId } = this.ticket;
    const times = { actualFrom: formatInstant(actualFrom), actualTo: formatInstant(actualTo) };
    this.record('finished', act, { kind, outcome, ...times, serviceId, groupId, institutionId, templateId });
  }

  /** The review after the work: were its aims met, what was learnt. It may be written again until the change is closed. */
  review(act: Act & { by: string }, { objectivesMet, lessons }: Review): void {
    if (this.state !== 'review') throw transitionNotAllowed('close', this.state);
    const written = { reviewObjectivesMet: objectivesMet, reviewLessons: lessons, reviewedById: act.by, reviewedAt: act.at };
    Object.assign(this.detail, written);
    this.record('reviewed', act, { objectivesMet });
  }

  close(act: Act, itemsUpdated: boolean): void {
    this.check('close');
    const { reviewedAt, consentAt, ratifyDueAt, ratifiedAt, findingAt, kind, outcome } = this.detail;
    if (this.reviewRequired && reviewedAt === null) throw ruleBroken('changes.review-missing');
    if (!itemsUpdated) throw fieldRefused('changes.items-not-updated', 'itemsUpdated');
    if (consentAt !== null && ratifyDueAt !== null && ratifiedAt === null && findingAt === null) throw ruleBroken('changes.not-ratified');
    this.move('close');
    this.ticket.closedAt = act.at;
    this.detail.itemsUpdated = true;
    this.record('closed', act, { kind, outcome });
  }

  cancel(act: Act, reason: string): void {
    this.move('cancel');
    this.ticket.closedAt = act.at;
    Object.assign(this.detail, { endReason: reason, assessmentDueAt: null });
    this.record('cancelled', act, { reason });
  }

  /** The assessment takes longer than was promised; told once. */
  assessmentOverdue(at: Instant): void {
    this.detail.assessmentNoticeAt = at;
    this.record('assessment-overdue', { by: null, at }, {});
  }
}
