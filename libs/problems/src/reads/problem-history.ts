import type { RecordedEvent } from '#kernel';
import type { HistoryWord } from '#tickets';

const text = (event: RecordedEvent, field: string): string => {
  const value = event.payload[field];
  return typeof value === 'string' ? value : '';
};

const staff = (word: Omit<HistoryWord, 'audience'> = {}): HistoryWord => ({ audience: 'staff', ...word });
const reason = (event: RecordedEvent) => ({ reason: text(event, 'reason') });

/** How the events of problems are told in a ticket's history. All of it is the Centre's own work. */
export const PROBLEM_HISTORY: Readonly<Record<string, HistoryWord>> = {
  'problems.opened': staff({ texts: (event) => ({ origin: `problems.origin.${text(event, 'origin')}` }) }),
  'problems.edited': staff({ values: (event) => ({ count: (event.payload['fields'] as readonly unknown[]).length }) }),
  'problems.assigned': staff({
    groups: (event) => ({ group: text(event, 'groupId') }),
    people: (event) => ({ person: text(event, 'ownerId') || null }),
    variant: (event) => (text(event, 'ownerId') === '' ? undefined : 'person'),
  }),
  'problems.investigated': staff({ people: (event) => ({ person: text(event, 'ownerId') }) }),
  'problems.identified': staff(),
  'problems.change-raised': staff(),
  'problems.change-succeeded': staff(),
  'problems.change-failed': staff(),
  'problems.risk-accepted': staff({ values: reason }),
  'problems.resolved': staff({ variant: (event) => text(event, 'by') }),
  'problems.verified': staff(),
  'problems.recurred': staff(),
  'problems.dismissed': staff({ values: reason }),
  'problems.incident-linked': staff(),
  'problems.incident-unlinked': staff(),
  'problems.named-as-cause': staff(),
  'problems.no-cause-after-all': staff(),
  'problems.transition-refused': staff({
    texts: (event) => ({ event: `problems.event.${text(event, 'event')}`, state: `problems.state.${text(event, 'state')}` }),
  }),
};
