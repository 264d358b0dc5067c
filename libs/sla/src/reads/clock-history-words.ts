import type { RecordedEvent } from '#kernel';
import type { HistoryWord } from '#tickets';

const part = (event: RecordedEvent, field: string): string => String(event.payload[field] ?? '');

/** How clocks are told in a ticket's history: what changes the promise or decides it. Their other steps follow the ticket's own. */
export const CLOCK_HISTORY_WORDS: Readonly<Record<string, HistoryWord>> = {
  'sla.clock-retargeted': {
    audience: 'everybody',
    variant: (event) => part(event, 'kind'),
    publicFields: ['kind', 'deadlineBefore', 'deadlineAfter'],
  },
  'sla.clock-decided': { audience: 'staff', variant: (event) => `${part(event, 'kind')}-${part(event, 'outcome')}` },
  'sla.relaxation-confirmed': { audience: 'staff' },
  'sla.void-requested': { audience: 'staff' },
  'sla.void-refused': { audience: 'staff' },
  'sla.breach-voided': { audience: 'staff' },
  'sla.pause-corrected': { audience: 'staff', values: (event) => ({ note: part(event, 'reason') }) },
  'sla.clock-withdrawn': { audience: 'staff', variant: (event) => part(event, 'kind') },
  'sla.threshold-crossed': {
    audience: 'staff',
    variant: (event) => part(event, 'kind'),
    values: (event) => ({ pct: Number(event.payload['pct']) }),
  },
};
