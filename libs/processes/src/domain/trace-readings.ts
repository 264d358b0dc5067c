import { type ChangeKind, changeLifecycle, type ChangeOutcome, needsReview } from '#changes';
import { incidentLifecycle } from '#incidents';
import type { LifecycleName } from './process.js';
import type { TraceEvent, TraceReading } from './trace-conformance.js';

const INCIDENT: Readonly<Record<string, string>> = {
  'incidents.submitted': 'new',
  'incidents.assigned': 'assigned',
  'incidents.accepted': 'in_progress',
  'incidents.put-on-hold': 'on_hold',
  'incidents.resumed': 'in_progress',
  'incidents.resolved': 'resolved',
  'incidents.reopened': 'assigned',
  'incidents.closed': 'closed',
  'incidents.cancelled': 'cancelled',
  'incidents.unmerged': 'assigned',
};

const CHANGE: Readonly<Record<string, string>> = {
  'changes.drafted': 'draft',
  'changes.submitted': 'assessing',
  'changes.returned': 'draft',
  'changes.authorisation-requested': 'awaiting_authorisation',
  'changes.authorised': 'scheduled',
  'changes.rejected': 'rejected',
  'changes.scheduled': 'scheduled',
  'changes.started': 'implementing',
  'changes.finished': 'review',
  'changes.closed': 'closed',
  'changes.cancelled': 'cancelled',
};

const said = (value: unknown): boolean => typeof value === 'string' && value !== '';
const has = (trace: readonly TraceEvent[], type: string): boolean => trace.some((event) => event.type === type);
const before = (trace: readonly TraceEvent[], type: string): readonly TraceEvent[] => {
  const at = trace.findIndex((event) => event.type === type);
  return at < 0 ? [] : trace.slice(0, at);
};

/** Approval, or recorded consent, before the work (DOMAIN 7.3). A standard change has the authority of its template. */
function approvedBeforeWork(trace: readonly TraceEvent[]): boolean {
  if (!has(trace, 'changes.started') || kindOf(trace) === 'standard') return true;
  const earlier = before(trace, 'changes.started');
  return has(earlier, 'changes.authorised') || has(earlier, 'changes.consent-recorded');
}

function reviewedWhereRequired(trace: readonly TraceEvent[]): boolean {
  if (!has(trace, 'changes.closed')) return true;
  const score = trace.findLast(({ type }) => type === 'changes.risk-scored')?.payload['score'];
  const outcome = trace.findLast(({ type }) => type === 'changes.finished')?.payload['outcome'];
  const required = needsReview({
    kind: kindOf(trace) as ChangeKind,
    outcome: outcome as ChangeOutcome,
    score: typeof score === 'number' ? score : null,
  });
  return !required || has(before(trace, 'changes.closed'), 'changes.reviewed');
}

const kindOf = (trace: readonly TraceEvent[]): unknown => trace.find(({ type }) => type === 'changes.drafted')?.payload['kind'];

/** How the events of the desk's own tickets are read, by lifecycle. */
export const TRACE_READINGS: Readonly<
  Record<
    LifecycleName,
    TraceReading & {
      readonly begins: string;
      readonly ends: readonly string[];
      /** States in which the work is done: who takes a case up again after one of them, reopens it. */
      readonly done: readonly string[];
    }
  >
> = {
  incident: {
    lifecycle: incidentLifecycle,
    begins: 'incidents.submitted',
    ends: ['incidents.closed', 'incidents.cancelled'],
    done: ['resolved'],
    entered: ({ type }) => INCIDENT[type],
    rules: {
      hold_has_reason: (trace) => trace.every(({ type, payload }) => type !== 'incidents.put-on-hold' || said(payload['reason'])),
    },
  },
  change: {
    lifecycle: changeLifecycle,
    begins: 'changes.drafted',
    ends: ['changes.closed', 'changes.cancelled', 'changes.rejected'],
    done: ['review'],
    // Moved outside what was approved, a change awaits authority anew.
    entered: ({ type, payload }) =>
      type === 'changes.rescheduled' ? (payload['outside'] === true ? 'awaiting_authorisation' : 'scheduled') : CHANGE[type],
    rules: { approved_before_work: approvedBeforeWork, reviewed_where_required: reviewedWhereRequired },
  },
};
