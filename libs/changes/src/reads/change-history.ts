import type { RecordedEvent } from '#kernel';
import type { HistoryWord } from '#tickets';

const text = (event: RecordedEvent, field: string): string => {
  const value = event.payload[field];
  return typeof value === 'string' ? value : '';
};

const keyed = (group: string, value: string): string => `changes.${group}.${value}`;

const staff = (word: Omit<HistoryWord, 'audience'> = {}): HistoryWord => ({ audience: 'staff', ...word });
const everybody = (word: Omit<HistoryWord, 'audience'> = {}): HistoryWord => ({ audience: 'everybody', ...word });

const reason = (event: RecordedEvent) => ({ reason: text(event, 'reason') });

/** How the events of changes are told in a ticket's history. Whoever asked for it is told how it goes, not what the Centre weighs. */
export const CHANGE_HISTORY: Readonly<Record<string, HistoryWord>> = {
  'changes.drafted': everybody({ texts: (event) => ({ kind: keyed('kind', text(event, 'kind')) }), publicFields: ['kind'] }),
  'changes.edited': staff({ values: (event) => ({ count: (event.payload['fields'] as readonly unknown[]).length }) }),
  'changes.submitted': everybody(),
  'changes.returned': staff({ values: reason }),
  'changes.risk-scored': staff({ values: (event) => ({ score: Number(event.payload['score']) }) }),
  'changes.authorisation-requested': everybody(),
  'changes.authorised': everybody({ publicFields: ['from', 'to'] }),
  'changes.rejected': everybody({
    values: reason,
    variant: (event) => (text(event, 'reason') === '' ? 'silently' : undefined),
    publicFields: ['reason'],
  }),
  'changes.scheduled': everybody({ publicFields: ['from', 'to'] }),
  'changes.rescheduled': everybody({ publicFields: ['from', 'to'] }),
  'changes.conflict-overridden': staff({ values: reason }),
  'changes.started': everybody({
    variant: (event) => (text(event, 'override') === '' ? undefined : 'overridden'),
    values: (event) => ({ reason: text(event, 'override') }),
    publicFields: ['at'],
  }),
  'changes.consent-recorded': staff(),
  'changes.finished': everybody({ texts: (event) => ({ outcome: keyed('outcome', text(event, 'outcome')) }), publicFields: ['outcome'] }),
  'changes.reviewed': staff({ variant: (event) => (event.payload['objectivesMet'] === true ? 'met' : 'not-met') }),
  'changes.ratified': staff(),
  'changes.finding-raised': staff({ texts: (event) => ({ what: keyed('finding', text(event, 'what')) }) }),
  'changes.closed': everybody(),
  'changes.cancelled': everybody({ values: reason, publicFields: ['reason'] }),
  'changes.assessment-overdue': staff(),
  'changes.concurrence-asked': staff({ values: (event) => ({ body: text(event, 'body') }) }),
  'changes.concurrence-answered': staff({
    values: (event) => ({ body: text(event, 'body') }),
    variant: (event) => (event.payload['granted'] === true ? 'granted' : 'refused'),
  }),
  'changes.concurrence-overdue': staff({ values: (event) => ({ body: text(event, 'body') }) }),
  'changes.transition-refused': staff({
    texts: (event) => ({ event: keyed('event', text(event, 'event')), state: keyed('state', text(event, 'state')) }),
  }),
};
