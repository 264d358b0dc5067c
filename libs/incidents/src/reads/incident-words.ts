import type { RecordedEvent } from '#kernel';
import type { HistoryWord } from '#tickets';

const text = (event: RecordedEvent, field: string): string | null => {
  const value = event.payload[field];
  return typeof value === 'string' ? value : null;
};

const priorityIn = (event: RecordedEvent, field: 'from' | 'to'): number | null => {
  const value = event.payload[field] as { readonly priority?: number } | undefined;
  return value?.priority ?? null;
};

function keyed(group: string, event: RecordedEvent, field: string): string | null {
  const value = text(event, field);
  return value === null ? null : `incidents.${group}.${value}`;
}

/** How the events of incidents are told in a ticket's history. Reasons of reassignments are for staff: they speak of colleagues. */
export const INCIDENT_WORDS: Readonly<Record<string, HistoryWord>> = {
  'incidents.submitted': {
    audience: 'everybody',
    values: (event) => ({ priority: Number(event.payload['priority']) }),
    groups: (event) => ({ group: text(event, 'groupId') }),
    publicFields: ['impact', 'urgency', 'priority', 'source', 'submittedAt'],
  },
  'incidents.assigned': {
    audience: 'everybody',
    variant: (event) => (text(event, 'assigneeId') === null ? 'group' : 'person'),
    people: (event) => ({ person: text(event, 'assigneeId') }),
    groups: (event) => ({ group: text(event, 'groupId') }),
    publicFields: ['groupId', 'assigneeId'],
  },
  'incidents.accepted': {
    audience: 'everybody',
    people: (event) => ({ person: text(event, 'assigneeId') }),
    publicFields: ['groupId', 'assigneeId'],
  },
  'incidents.put-on-hold': {
    audience: 'everybody',
    texts: (event) => ({ reason: keyed('hold-reason', event, 'reason') }),
    publicFields: ['reason', 'until'],
  },
  'incidents.answer-awaited': {
    audience: 'everybody',
    values: (event) => ({ reminder: Number(event.payload['reminder']) }),
    publicFields: ['reminder'],
  },
  'incidents.resumed': {
    audience: 'everybody',
    texts: (event) => ({ cause: keyed('resume-cause', event, 'cause') }),
    publicFields: ['cause'],
  },
  'incidents.resolved': {
    audience: 'everybody',
    texts: (event) => ({ code: keyed('resolution-code', event, 'code') }),
    publicFields: ['code'],
  },
  'incidents.confirmed': { audience: 'everybody' },
  'incidents.closed': {
    audience: 'everybody',
    texts: (event) => ({ cause: keyed('closing-cause', event, 'cause') }),
    publicFields: ['cause'],
  },
  'incidents.reopened': { audience: 'everybody', values: (event) => ({ reason: text(event, 'reason') ?? '' }), publicFields: ['reason'] },
  'incidents.cancelled': {
    audience: 'everybody',
    texts: (event) => ({ reason: keyed('cancellation-reason', event, 'reason') }),
    publicFields: ['reason'],
  },
  'incidents.unmerged': { audience: 'everybody', values: (event) => ({ reason: text(event, 'reason') ?? '' }), publicFields: ['reason'] },
  'incidents.priority-changed': {
    audience: 'everybody',
    values: (event) => ({ from: priorityIn(event, 'from'), to: priorityIn(event, 'to') }),
    texts: (event) => ({ reason: keyed('priority-reason', event, 'reasonCode') }),
    publicFields: ['from', 'to', 'reasonCode', 'requesterAsked'],
  },
  // A row of a log that was taken in, where it changed nothing that the product keeps.
  'incidents.source-updated': { audience: 'staff', values: (event) => ({ state: text(event, 'state') }) },
  'incidents.service-changed': {
    audience: 'everybody',
    texts: (event) => ({ reason: keyed('service-reason', event, 'reasonCode') }),
    publicFields: ['from', 'to', 'reasonCode'],
  },
  // A requester is never asked for it, so he is not told of it.
  'incidents.categorised': {
    audience: 'staff',
    variant: (event) => (text(event, 'to') === null ? 'removed' : text(event, 'from') === null ? 'set' : 'changed'),
    texts: (event) => ({ from: keyed('category', event, 'from'), to: keyed('category', event, 'to') }),
  },
  'incidents.security-declared': { audience: 'staff' },
  'incidents.statutory-report-sent': {
    audience: 'staff',
    texts: (event) => ({ report: keyed('security-report', event, 'report') }),
  },
  'incidents.major-proposed': { audience: 'staff' },
  'incidents.major-declared': { audience: 'everybody' },
  'incidents.major-declined': { audience: 'staff' },
  'incidents.update-awaited': { audience: 'staff' },
  'incidents.communicated': {
    audience: 'staff',
    texts: (event) => ({ audience: keyed('audience', event, 'audience'), channel: keyed('channel', event, 'channel') }),
  },
  'incidents.transition-refused': {
    audience: 'staff',
    texts: (event) => ({ event: keyed('event', event, 'event'), state: keyed('state', event, 'state') }),
  },
};
