import { arrow, DomainError, type DomainEvent, formatInstant, type Instant, plusSeconds } from '#kernel';
import { type Level, priorityOf, type TicketRecord } from '#tickets';
import { fieldRefused, transitionNotAllowed } from './incident-errors.js';
import { incidentLifecycle, type IncidentEvent, type IncidentState } from './incident-lifecycle.js';
import type { Act, Assignment, Hold, IncidentDetail, Resolution } from './incident-detail.js';
import type { CancellationReason, PriorityReason, ResumeCause, SecurityReport, ServiceReason } from './incident-words.js';
import { AWARENESS_MICROS, majorProposed, REPORT_FIELDS, requireTold, UPDATE_SECONDS } from './urgent-incident.js';

export type { Act, Assignment, Hold, IncidentDetail, Resolution } from './incident-detail.js';

type Payload = DomainEvent['payload'];

/** An incident with its rules (DOMAIN 3.1). Methods change it or throw, and collect the events that saving appends. */
export class Incident {
  readonly events: DomainEvent[] = [];

  constructor(
    readonly ticket: TicketRecord,
    readonly detail: IncidentDetail,
  ) {}

  get id(): string {
    return this.ticket.id;
  }

  get state(): IncidentState {
    return this.ticket.state as IncidentState;
  }

  /** Somebody of the group takes it on. */
  accept({ by, at }: Act & { by: string }): void {
    this.move('accept');
    this.ticket.assigneeId = by;
    this.record('accepted', { by, at }, { groupId: this.ticket.groupId, assigneeId: by });
  }

  /** Gives it to a group or a person: the first time an assignment, later a reassignment; between groups a hop with a reason. */
  assign(act: Act, { groupId, assigneeId, reason }: Assignment): void {
    const { groupId: fromGroupId, assigneeId: fromAssigneeId } = this.ticket;
    const event: IncidentEvent = this.state === 'new' ? 'assign' : 'reassign';
    this.check(event);
    const hop = event === 'reassign' && fromGroupId !== groupId;
    if (hop && !reason) throw fieldRefused('incidents.reassignment-needs-reason', 'reason');
    if (this.state === 'on_hold') this.endHold(act, 'reassign');
    this.move(event);
    this.ticket.groupId = groupId;
    this.ticket.assigneeId = assigneeId;
    if (hop) this.ticket.hopCount += 1;
    this.record('assigned', act, { groupId, assigneeId, fromGroupId, fromAssigneeId, hop, reason });
  }

  /** Lets it wait. A question to the requester, or a date that he agreed to, is part of the reason. */
  hold(act: Act, { reason, question, until, requesterAgreed, answerDueAt, reminderDueAt = null }: Hold): void {
    this.check('hold');
    if (reason === 'awaiting_requester' && !question) throw fieldRefused('incidents.hold-needs-question', 'question');
    if (reason === 'agreed_date' && !until) throw fieldRefused('incidents.hold-needs-date', 'until');
    if (reason === 'agreed_date' && !requesterAgreed) throw fieldRefused('incidents.hold-needs-consent', 'requesterAgreed');
    if (until !== null && until <= act.at) throw fieldRefused('incidents.hold-date-passed', 'until');
    this.move('hold');
    this.ticket.holdReason = reason;
    Object.assign(this.detail, { holdSince: act.at, holdQuestion: question, holdUntil: until, holdAgreed: requesterAgreed });
    this.detail.holdCount += 1;
    const awaited = reason === 'awaiting_requester';
    Object.assign(this.detail, {
      answerDueAt: awaited ? answerDueAt : null,
      reminderDueAt: awaited ? reminderDueAt : null,
      reminderCount: 0,
    });
    this.record('put-on-hold', act, { reason, until: until && formatInstant(until) });
  }

  /** The requester still owes an answer: he is reminded, and again at `next` (null: not again). */
  remind(at: Instant, next: Instant | null): void {
    this.detail.reminderCount += 1;
    this.detail.reminderDueAt = next;
    this.record('answer-awaited', { by: null, at }, { reminder: this.detail.reminderCount });
  }

  resume(act: Act, cause: ResumeCause): void {
    this.check('resume');
    this.endHold(act, cause);
    this.move('resume');
  }

  /** Ends the work with a code and a text; where the resolution clock is breached, with the reason why. */
  resolve(act: Act, resolution: Resolution, event: 'resolve' | 'no_answer' = 'resolve'): void {
    const { code, text, breached, breachReason, closesAt } = resolution;
    this.check(event);
    if (breached && !breachReason) throw fieldRefused('incidents.breach-needs-reason', 'breachReason');
    if (this.state === 'on_hold') this.endHold(act, 'resolve');
    this.move(event);
    const { ticket, detail } = this;
    if (act.by !== null && ticket.assigneeId === null) ticket.assigneeId = act.by;
    Object.assign(ticket, { resolvedAt: act.at, resolverGroupId: ticket.groupId, resolverId: act.by ?? ticket.assigneeId });
    detail.updateDueAt = null;
    Object.assign(detail, { resolutionCode: code, resolutionText: text, breachReason: breached ? breachReason : null, closesAt });
    const firstContact = ticket.hopCount === 0 && ticket.reopenCount === 0 && detail.holdCount === 0;
    this.record('resolved', act, { code, groupId: ticket.groupId, assigneeId: ticket.assigneeId, firstContact });
  }

  /** The person of the ticket says that it is well. */
  confirm(act: Act): void {
    this.move('confirm');
    this.record('confirmed', act, {});
    this.end(act, 'confirmed');
  }

  /** Nobody has contradicted in time. */
  timeOut(act: Act): void {
    this.move('time_out');
    this.end(act, 'timeout');
  }

  /** It was not well after all: back to the group that resolved it. */
  reopen(act: Act, reason: string): void {
    this.move('reopen');
    this.ticket.reopenCount += 1;
    if (this.ticket.priority === 1) this.becomeUrgent(act.at);
    Object.assign(this.ticket, { resolvedAt: null, resolverGroupId: null, resolverId: null });
    Object.assign(this.detail, { resolutionCode: null, resolutionText: null, breachReason: null, closesAt: null });
    this.record('reopened', act, { reason, groupId: this.ticket.groupId });
  }

  cancel(act: Act, reason: CancellationReason, duplicateOfId: string | null, reversal: string | null = null): void {
    this.check('cancel');
    if (reason === 'duplicate' && duplicateOfId === null) throw fieldRefused('incidents.duplicate-needs-ticket', 'duplicateOfId');
    this.clearHold();
    this.move('cancel');
    Object.assign(this.ticket, { closedAt: act.at, duplicateOfId });
    this.detail.cancellationReason = reason;
    this.detail.updateDueAt = null;
    this.record('cancelled', act, { reason, duplicateOfId, ...(reversal === null ? {} : { reversal }) });
  }

  /** It was no duplicate after all (DOMAIN 4.3(9)): back to its group, as if it had never been merged. */
  unmerge(act: Act, reason: string): void {
    this.check('unmerge');
    const { duplicateOfId: fromId } = this.ticket;
    if (fromId === null) throw new DomainError('incidents.not-merged', {}, 'conflict');
    this.move('unmerge');
    Object.assign(this.ticket, { closedAt: null, duplicateOfId: null });
    this.detail.cancellationReason = null;
    if (this.ticket.priority === 1) this.becomeUrgent(act.at);
    this.record('unmerged', act, { fromId, reason, groupId: this.ticket.groupId });
  }

  changePriority(act: Act, impact: Level, urgency: Level, why: { reason: PriorityReason; requesterAsked: boolean }): void {
    this.move('change_priority');
    const { ticket } = this;
    const from = { impact: ticket.impact, urgency: ticket.urgency, priority: ticket.priority };
    const to = { impact, urgency, priority: priorityOf(impact, urgency) };
    if (from.impact === impact && from.urgency === urgency) throw fieldRefused('incidents.priority-unchanged', 'impact');
    Object.assign(ticket, to);
    this.record('priority-changed', act, { from, to, reasonCode: why.reason, requesterAsked: why.requesterAsked });
    if (to.priority === 1 && from.priority !== 1) this.becomeUrgent(act.at);
    if (to.priority !== 1) this.detail.updateDueAt = null;
  }

  /** It concerns another service: other targets may hold, as its agreement says (DOMAIN 4.3(7)). */
  changeService(act: Act, serviceId: string, reasonCode: ServiceReason): void {
    this.move('change_service');
    const from = { serviceId: this.ticket.serviceId };
    if (from.serviceId === serviceId) throw fieldRefused('incidents.service-unchanged', 'serviceId');
    this.ticket.serviceId = serviceId;
    this.record('service-changed', act, { from, to: { serviceId }, reasonCode });
  }

  /** Says what it is about, or with null that nobody knows any more. What is said already is no change. */
  categorise(act: Act, category: string | null): void {
    const { state, category: from } = this.ticket;
    if (state === 'closed' || state === 'cancelled') throw new DomainError('incidents.category-too-late', {}, 'conflict');
    if (from === category) return;
    this.ticket.category = category;
    this.record('categorised', act, { from, to: category });
  }

  /** Marks it as a security incident, of which the Centre has known since `awareAt`. Throws 409 where it is marked already. */
  declareSecurity(act: Act, awareAt: Instant): void {
    if (this.detail.security) throw new DomainError('incidents.security-declared-already', {}, 'conflict');
    requireTold(awareAt, act.at, 'awareAt');
    if (act.at - awareAt > AWARENESS_MICROS) throw fieldRefused('incidents.awareness-too-far', 'awareAt');
    Object.assign(this.detail, { security: true, awareAt });
    const { institutionId, serviceId, groupId, priority } = this.ticket;
    this.record('security-declared', act, { awareAt: formatInstant(awareAt), institutionId, serviceId, groupId, priority });
  }

  /** Keeps when a report that the law asks was sent. Each once, not before the awareness, the final one not before the notification. */
  reportSent(act: Act, report: SecurityReport, sentAt: Instant): void {
    const field = REPORT_FIELDS[report];
    const after = report === 'final' ? this.detail.notificationSentAt : this.detail.awareAt;
    if (after === null) throw new DomainError(`incidents.${report === 'final' ? 'notification-not-sent' : 'not-security'}`, {}, 'conflict');
    if (this.detail[field] !== null) throw new DomainError('incidents.report-sent-already', {}, 'conflict');
    requireTold(sentAt, act.at, 'at');
    if (sentAt < after) throw fieldRefused('incidents.report-too-early', 'at');
    this.detail[field] = sentAt;
    this.record('statutory-report-sent', act, { report, sentAt: formatInstant(sentAt) });
  }

  /** The group's lead takes up or turns down the proposal of a major incident. */
  decideMajor(act: Act, major: boolean): void {
    this.check('change_priority');
    if (this.detail.major === major && this.detail.majorDecidedAt !== null)
      throw new DomainError('incidents.major-decided-already', {}, 'conflict');
    Object.assign(this.detail, { major, majorDecidedAt: act.at });
    this.record(major ? 'major-declared' : 'major-declined', act, {});
  }

  /** Nobody has told for half an hour how a P1 stands. */
  remindOfUpdate(at: Instant): void {
    this.detail.updateDueAt = plusSeconds(at, UPDATE_SECONDS);
    this.record('update-awaited', { by: null, at }, {});
  }

  private becomeUrgent(at: Instant): void {
    this.detail.updateDueAt = plusSeconds(at, UPDATE_SECONDS);
    if (this.detail.majorProposedAt !== null) return;
    this.detail.majorProposedAt = at;
    this.events.push(majorProposed(this.id, at));
  }

  private end(act: Act, cause: 'confirmed' | 'timeout'): void {
    this.ticket.closedAt = act.at;
    this.detail.closesAt = null;
    this.record('closed', act, { cause });
  }

  private endHold(act: Act, cause: ResumeCause): void {
    this.clearHold();
    this.record('resumed', act, { cause });
  }

  private clearHold(): void {
    this.ticket.holdReason = null;
    const nothing = { holdSince: null, holdQuestion: null, holdUntil: null, holdAgreed: false, answerDueAt: null, reminderDueAt: null };
    Object.assign(this.detail, nothing);
  }

  /** Throws `incidents.transition-not-allowed` where the lifecycle does not list the event for the state. */
  check(event: IncidentEvent): void {
    if (!arrow(incidentLifecycle, this.state, event)) throw transitionNotAllowed(event, this.state);
  }

  private move(event: IncidentEvent): void {
    const found = arrow(incidentLifecycle, this.state, event);
    if (!found) throw transitionNotAllowed(event, this.state);
    this.ticket.state = found.to;
  }

  private record(what: string, { by, at }: Act, payload: Payload): void {
    this.events.push({ type: `incidents.${what}`, version: 1, subject: { type: 'ticket', id: this.id }, actorId: by, payload, at });
  }
}
