import type { RecordedEvent } from '#kernel';
import type { HistoryWord } from '../ports/history-words.js';

const text = (event: RecordedEvent, field: string): string | null => {
  const value = event.payload[field];
  return typeof value === 'string' ? value : null;
};

const isInternal = (event: RecordedEvent): boolean => event.payload['visibility'] === 'internal';

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
  'tickets.linked': { audience: 'staff' },
  'tickets.item-linked': { audience: 'staff', values: (event) => ({ tag: text(event, 'tag') }) },
  'tickets.item-unlinked': { audience: 'staff', values: (event) => ({ tag: text(event, 'tag') }) },
};
