import { parseInstant, type RecordedEvent, toDate } from '#kernel';
import type { HistoryWord } from '../ports/history-words.js';

const text = (event: RecordedEvent, field: string): string | null => {
  const value = event.payload[field];
  return typeof value === 'string' ? value : null;
};

const isInternal = (event: RecordedEvent): boolean => event.payload['visibility'] === 'internal';

/** Parent and child are told by name; any other way of belonging together by one sentence. */
const kindOfLink = (event: RecordedEvent): string | undefined => (text(event, 'kind') === 'child_of' ? 'child_of' : undefined);

/** The day of an instant in Latvia, `25.11.2026`. */
const dayOf = (instant: string | null): string =>
  instant === null
    ? ''
    : new Intl.DateTimeFormat('lv', { timeZone: 'Europe/Riga', day: '2-digit', month: '2-digit', year: 'numeric' }).format(
        toDate(parseInstant(instant)),
      );

/** How the events of this module are told. */
export const CONVERSATION_WORDS: Readonly<Record<string, HistoryWord>> = {
  'tickets.comment-added': {
    audience: 'everybody',
    internal: isInternal,
    variant: (event) => text(event, 'visibility') ?? undefined,
    publicFields: ['commentId', 'visibility', 'byStaff'],
  },
  'tickets.attachment-added': { audience: 'everybody', internal: isInternal, publicFields: ['attachmentId'] },
  'tickets.watcher-added': { audience: 'staff', people: (event) => ({ person: text(event, 'userId') }) },
  'tickets.watcher-removed': { audience: 'staff', people: (event) => ({ person: text(event, 'userId') }) },
  'tickets.linked': { audience: 'staff', variant: kindOfLink },
  'tickets.unlinked': { audience: 'staff', variant: kindOfLink },
  'tickets.put-aside': { audience: 'staff', values: (event) => ({ day: dayOf(text(event, 'until')), note: text(event, 'note') ?? '' }) },
  'tickets.taken-up': { audience: 'staff' },
  'tickets.aside-over': { audience: 'staff' },
  'tickets.item-linked': { audience: 'staff', values: (event) => ({ tag: text(event, 'tag') }) },
  'tickets.item-unlinked': { audience: 'staff', values: (event) => ({ tag: text(event, 'tag') }) },
};
