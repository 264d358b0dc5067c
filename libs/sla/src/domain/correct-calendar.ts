import type { Instant } from '#kernel';
import type { Calendars } from './clock-state.js';
import { settle } from './fold-clock.js';
import { changed } from './occasion.js';
import { CALENDAR_CORRECTION, type MidFlightRule } from './ledger-entry.js';
import { type ClockChange, isOpen, type TrackedClock } from './tracked-clock.js';

/** A version of a calendar that replaces older ones. */
export interface Correction {
  /** The version in force. */
  readonly versionId: string;
  /** The versions that it replaces. */
  readonly older: ReadonlySet<string>;
  /** The database's clock, read after the clock was locked. */
  readonly at: Instant;
  /** Who published it; null where that is not known. */
  readonly actorId: string | null;
  /** The rule of the policy that the clock was promised by. */
  readonly rule: MidFlightRule;
}

/**
 * What a new version of its target's calendar does to a clock: a change of its target to the same time on the new version, by rule (7) of
 * DOMAIN 4.3, also where no date moves, so that a later resumption is counted on it. Undefined where nothing is to be done: the clock is
 * closed, counts on another calendar or on the new version already, or is breached, recorded or not.
 */
export function correctCalendar(clock: TrackedClock, correction: Correction, calendars: Calendars): ClockChange | undefined {
  const { versionId, older, at, actorId, rule } = correction;
  // What the law asks follows no calendar of ours (DOMAIN 4.3(7): "STAT never changes").
  if (clock.kind.startsWith('statutory')) return undefined;
  if (!isOpen(clock) || settle(clock.state, at).outcome !== null || !older.has(clock.state.target.calendarId)) return undefined;
  return changed({ calendars, facts: clock.facts }, clock, {
    type: 'retargeted',
    at,
    target: { calendarId: versionId, seconds: clock.state.target.seconds },
    // Nobody gets all his time anew because a holiday was entered.
    rule: rule === 'restart' ? 'middle_of_three' : rule,
    requesterAsked: false,
    reason: CALENDAR_CORRECTION,
    actorId,
  });
}

/** True where the correction moved the deadline; of a paused clock, the one that it would have if it went on at that instant. */
export function movesPromise({ before, after }: ClockChange): boolean {
  const change = after.state.changes.at(-1);
  return before !== null && change !== undefined && change.old !== change.deadline;
}
