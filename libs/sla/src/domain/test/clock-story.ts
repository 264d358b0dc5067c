import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type CalendarDefinition, WorkingCalendar } from '#calendars';
import { instant, type Instant } from '#kernel';
import { thresholdsAhead } from '../clock-measures.js';
import type { ClockState } from '../clock-state.js';
import { foldClock } from '../fold-clock.js';
import type { LedgerEntry, Target } from '../ledger-entry.js';

function seeded(name: string): WorkingCalendar {
  const file = join(process.cwd(), 'migrations/seeds/reference', `calendar-${name}.json`);
  return new WorkingCalendar(JSON.parse(readFileSync(file, 'utf8')) as CalendarDefinition);
}

const known = new Map([
  ['8x5', seeded('lv-8x5')],
  ['24x7', seeded('24x7')],
]);

/** The calendars of the stories, by the short names that they use as ids. */
export function calendars(id: string): WorkingCalendar {
  const calendar = known.get(id);
  if (!calendar) throw new Error(`no calendar ${id}`);
  return calendar;
}

/** Adds a calendar for one story, such as a new version. */
export function knowCalendar(id: string, definition: CalendarDefinition): void {
  known.set(id, new WorkingCalendar(definition));
}

/** `2026-06-25 15:00` (or with seconds and microseconds) on the wall clock of Riga. */
export function riga(text: string): Instant {
  return instant(Number(Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime('Europe/Riga').epochNanoseconds / 1000n));
}

/** An instant as Riga's wall clock reads it; null stays null. */
export function inRiga(at: Instant | null): string | null {
  if (at === null) return null;
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(at / 1000))
    .toZonedDateTimeISO('Europe/Riga')
    .toPlainDateTime()
    .toString()
    .slice(0, 16)
    .replace('T', ' ');
}

export const P1: Target = { calendarId: '24x7', seconds: 4 * 3600 };
export const P2: Target = { calendarId: '24x7', seconds: 8 * 3600 };
export const P3: Target = { calendarId: '8x5', seconds: 16 * 3600 };
export const P4: Target = { calendarId: '8x5', seconds: 40 * 3600 };
export const P5: Target = { calendarId: '8x5', seconds: 80 * 3600 };

/** Tells a clock's story step by step, on the wall clock of Riga. */
export class Story {
  private constructor(readonly entries: readonly LedgerEntry[]) {}

  static started(at: string, target: Target): Story {
    return new Story([{ type: 'started', at: riga(at), target, thresholds: [50, 75, 90, 100], reason: null, actorId: 'agent' }]);
  }

  retargeted(at: string, target: Target, more: { requesterAsked?: boolean; reason?: string; actorId?: string } = {}): Story {
    const { requesterAsked = false, reason = 'new_information', actorId = 'agent' } = more;
    return this.and({ type: 'retargeted', at: riga(at), target, rule: 'middle_of_three', requesterAsked, reason, actorId });
  }

  /** All the new time from `at` on. */
  restarted(at: string, target: Target): Story {
    return this.and({
      ...{ type: 'retargeted', at: riga(at), target, rule: 'restart', requesterAsked: false },
      ...{ reason: 'new_information', actorId: 'agent' },
    });
  }

  confirmed(at: string, actorId: string): Story {
    return this.and({ type: 'relaxation_confirmed', at: riga(at), reason: null, actorId });
  }

  corrected(at: string, pause: { replaces?: string; from: string; to?: string }): Story {
    const { replaces, from, to } = pause;
    const instants = { replaces: replaces === undefined ? null : riga(replaces), from: riga(from), to: to === undefined ? null : riga(to) };
    return this.and({
      type: 'pause_corrected',
      at: riga(at),
      ...instants,
      hold: 'awaiting_requester',
      reason: 'forgotten',
      actorId: 'lead',
    });
  }

  voided(at: string, target: Target): Story {
    return this.and({ type: 'breach_voided', at: riga(at), target, requestedBy: 'agent', reason: 'wrong_registration', actorId: 'lead' });
  }

  paused(at: string, reason = 'awaiting_requester'): Story {
    return this.and({ type: 'paused', at: riga(at), reason, actorId: 'agent' });
  }

  resumed(at: string): Story {
    return this.step('resumed', at);
  }

  stopped(at: string): Story {
    return this.step('stopped', at);
  }

  reopened(at: string): Story {
    return this.step('reopened', at);
  }

  cancelled(at: string): Story {
    return this.step('cancelled', at);
  }

  static of(...entries: LedgerEntry[]): Story {
    return new Story(entries);
  }

  /** Goes on with steps that something else has made. */
  then(...entries: LedgerEntry[]): Story {
    return new Story([...this.entries, ...entries]);
  }

  get clock(): ClockState {
    return foldClock(this.entries, calendars);
  }

  /** The deadline on the wall clock of Riga. */
  get due(): string | null {
    return inRiga(this.clock.dueAt);
  }

  /** What lies ahead of the clock: each share and when it is reached, on the wall clock of Riga. */
  get thresholds(): string[] {
    return thresholdsAhead(this.clock, calendars).map(({ pct, dueAt }) => `${pct} % ${inRiga(dueAt)}`);
  }

  private step(type: 'resumed' | 'stopped' | 'reopened' | 'cancelled', at: string): Story {
    return this.and({ type, at: riga(at), reason: null, actorId: 'agent' });
  }

  private and(entry: LedgerEntry): Story {
    return new Story([...this.entries, entry]);
  }
}
