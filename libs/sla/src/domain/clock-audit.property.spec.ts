import fc from 'fast-check';
import type { CalendarDefinition } from '#calendars';
import { formatInstant, instant } from '#kernel';
import type { AuditCalendar } from '../../../../test/support/audit-calendars.js';
import { type AuditStep, type ClockAudit, differencesIn } from '../../../../test/support/check-clock-audit.js';
import { seed } from '../../../../test/support/seed.js';
import { foldClock } from './fold-clock.js';
import type { LedgerEntry } from './ledger-entry.js';
import { calendars, knowCalendar, P1, P3, P4, P5, riga } from './test/clock-story.js';

const MINUTE = 60_000_000;
const office = calendars('8x5').definition;
const lunch = Object.fromEntries(
  Object.entries(office.weekly).map(([day, windows]) => [
    day,
    windows.length > 0 ? [['08:30', '12:00'] as const, ['12:45', '17:00'] as const] : [],
  ]),
);
/** A second version: with a lunch break and a holiday more from 24 June on, and what held before on the dates before. */
const next: CalendarDefinition = {
  ...office,
  weekly: lunch,
  exceptions: [...office.exceptions, { date: '2026-07-01', kind: 'holiday' }],
  validFrom: '2026-06-24',
  before: office,
};
knowCalendar('8x5 next', next);

const auditCalendar = (id: string, definition: CalendarDefinition, beforeId: string | null): AuditCalendar => ({
  ...{ id, timezone: definition.timezone, validFrom: definition.validFrom ?? null, beforeId },
  ...{ weekly: definition.weekly, exceptions: definition.exceptions },
  ...{ recurringHolidays: definition.recurringHolidays ?? [], shortenedByMinutes: definition.shortenedByMinutes },
});
const known = [
  auditCalendar('8x5', office, null),
  auditCalendar('24x7', calendars('24x7').definition, null),
  auditCalendar('8x5 next', next, '8x5'),
];

const target = fc.constantFrom(
  P1,
  P3,
  P4,
  P5,
  { calendarId: '8x5 next', seconds: P3.seconds },
  { calendarId: '8x5 next', seconds: P4.seconds },
);
const move = fc.record({
  after: fc.integer({ min: 1, max: 1500 }),
  what: fc.constantFrom('middle_of_three', 'middle_of_three', 'restart', 'replay', 'confirm', 'pause', 'resume', 'stop'),
  to: target,
  requesterAsked: fc.boolean(),
});
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

/** What the move is at this point of the ledger; undefined where it does not fit. */
function entryOf(entries: readonly LedgerEntry[], { what, to, requesterAsked }: Move, at: LedgerEntry['at']): LedgerEntry | undefined {
  const { state, changes } = foldClock(entries, calendars);
  const step = { at, reason: null, actorId: 'agent' };
  if (what === 'stop') return { ...step, type: state === 'stopped' ? 'reopened' : 'stopped' };
  if (state === 'stopped') return undefined;
  if (what === 'pause') return state === 'running' ? { ...step, type: 'paused' } : undefined;
  if (what === 'resume') return state === 'paused' ? { ...step, type: 'resumed' } : undefined;
  if (what !== 'confirm') return { ...step, type: 'retargeted', target: to, rule: what, requesterAsked };
  const last = changes.at(-1);
  const open = last?.relaxes && !last.requesterAsked && last.confirmedBy === null;
  return open ? { ...step, type: 'relaxation_confirmed', actorId: 'lead' } : undefined;
}

/** The ledger as the audit gives it, with the deadlines that the product has worked out. */
function told(entries: readonly LedgerEntry[]): ClockAudit {
  const text = (at: LedgerEntry['at'] | null): string | null => (at === null ? null : formatInstant(at));
  const steps = entries.map((entry, index): AuditStep => {
    const { dueAt } = foldClock(entries.slice(0, index + 1), calendars);
    const aim = 'target' in entry ? entry.target : { calendarId: null, seconds: null };
    const change = entry.type === 'retargeted' ? entry : { rule: null, requesterAsked: null };
    const { rule, requesterAsked } = change;
    return {
      ...{ type: entry.type, at: formatInstant(entry.at), ...aim, rule, requesterAsked },
      deadlineAfter: text(dueAt),
      details: null,
    };
  });
  const { outcome, outcomeAt } = foldClock(entries, calendars);
  return { calendars: known, clocks: [{ kind: 'resolution', steps, outcome, outcomeAt: text(outcomeAt) }] };
}

const ledger = fc.tuple(fc.nat(12 * 1440), target, fc.array(move, { maxLength: 7 })).map(([start, first, moves]) => {
  let at = riga('2026-06-15 00:00') + start * MINUTE;
  const entries: LedgerEntry[] = [{ type: 'started', at: instant(at), target: first, thresholds: [100], reason: null, actorId: 'agent' }];
  for (const one of moves) {
    at += one.after * MINUTE;
    const entry = entryOf(entries, one, instant(at));
    if (entry) entries.push(entry);
  }
  return entries;
});

describe(`the auditor's independent program and the fold (seed ${seed}; repeat with ATBALSTS_TEST_SEED)`, () => {
  it('come to the same deadlines and breaches, however a clock was changed, paused, stopped and reopened', () => {
    fc.assert(
      fc.property(ledger, (entries) => {
        expect(differencesIn(told(entries))).toEqual([]);
      }),
      { seed, numRuns: 150 },
    );
  });
});
