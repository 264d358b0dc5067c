import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import type { Queryable, Tx } from '#platform';
import type { Conflict, Freeze, FoundConflict, Occupant } from '../domain/conflict.js';
import { conflictsOf } from '../domain/conflict-rules.js';
import { CalendarGround } from './calendar-ground.js';
import { OccupiedCalendar, type PlacedChange } from './occupied-calendar.js';

/** A window that somebody thinks of. */
export interface AskedWindow {
  /** The change that asks; null where it is not written down yet. */
  readonly changeId: string | null;
  readonly itemIds: readonly string[];
  readonly serviceIds: readonly string[];
  readonly implementerId: string | null;
  readonly from: Instant;
  readonly to: Instant;
}

/** Whoever puts a change into the calendar, one after the other: each sees what the one before him has put there. */
const CALENDAR_LOCK = 4_600_001;

/** Does a window go together with the calendar? */
@Injectable()
export class ConflictCheck {
  constructor(
    private readonly calendar: OccupiedCalendar,
    private readonly ground: CalendarGround,
  ) {}

  /**
   * Takes the calendar for this transaction. Every use-case that puts a change into the calendar, or moves one, takes it before it asks
   * `of`: otherwise two that are scheduled in the same moment would not see each other.
   */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock($1)`, [CALENDAR_LOCK]);
  }

  /** Every conflict of the window, those that block first. */
  async of(on: Queryable, asked: AskedWindow): Promise<Conflict[]> {
    const others = (await this.calendar.within(on, asked)).filter(({ id }) => id !== asked.changeId);
    const self: Occupant = { ...asked, id: asked.changeId ?? '', emergency: await isEmergency(on, asked.changeId) };
    const ground = await this.ground.gather(on, [self, ...others], asked);
    return conflictsOf(self, others, ground).map((found) => named(found, others, ground.freezes, ground.tagOf));
  }
}

async function isEmergency(on: Queryable, changeId: string | null): Promise<boolean> {
  if (changeId === null) return false;
  const rows = await on.query(`select 1 from changes.change where ticket_id = $1 and kind = 'emergency'`, [changeId]);
  return rows.length > 0;
}

/** The conflict with the names of what it is about. */
export function named(
  { otherId, itemId, freezeId, ...found }: FoundConflict,
  others: readonly PlacedChange[],
  freezes: readonly Freeze[],
  tagOf: (item: string) => string,
): Conflict {
  const other = others.find(({ id }) => id === otherId);
  const freeze = freezes.find(({ id }) => id === freezeId);
  return {
    ...found,
    change: other ? { id: other.id, number: other.ticket.number, title: other.ticket.title } : null,
    item: itemId === null ? null : { id: itemId, tag: tagOf(itemId) },
    freeze: freeze ? { id: freeze.id, reason: freeze.reason } : null,
  };
}
