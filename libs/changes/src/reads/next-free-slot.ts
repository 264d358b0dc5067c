import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { type Instant, instant, type Interval } from '#kernel';
import { Database } from '#platform';
import type { Conflict, FoundConflict, Occupant } from '../domain/conflict.js';
import { between, concerns } from '../domain/conflict-rules.js';
import type { Ground } from '../domain/conflict.js';
import { findSlot, inAll, SLOT_HORIZON_DAYS } from '../domain/free-slot.js';
import { CalendarGround } from './calendar-ground.js';
import { ChangeConflicts } from './change-conflicts.js';
import { named } from './conflict-check.js';
import { OccupiedCalendar } from './occupied-calendar.js';

/** Of what was passed over, so much is told: the first things in the way say why. */
const MOST_TOLD = 20;

export interface AskedSlot {
  /** A change, by id or number, whose items, services and implementer are meant beside those named. */
  readonly change?: string;
  readonly itemIds: readonly string[];
  readonly serviceIds: readonly string[];
  readonly implementerId: string | null;
  readonly minutes: number;
  readonly from: Instant;
}

export interface FreeSlot {
  /** Null where there is none before `until`. */
  readonly slot: Interval | null;
  /** How far was looked. */
  readonly until: Instant;
  /** Must the slot lie in the maintenance hours of a service? */
  readonly insideMaintenance: boolean;
  /** What stood in the way of earlier slots. */
  readonly skipped: readonly Conflict[];
}

/** Looks for the first window without any conflict, within 90 days. */
@Injectable()
export class NextFreeSlot {
  constructor(
    private readonly database: Database,
    private readonly calendar: OccupiedCalendar,
    private readonly ground: CalendarGround,
    private readonly conflicts: ChangeConflicts,
  ) {}

  /** Throws `tickets.not-found` where the actor sees no such change. */
  async find(actor: Actor, asked: AskedSlot): Promise<FreeSlot> {
    const until = instant(asked.from + SLOT_HORIZON_DAYS * 86_400_000_000);
    const self = await this.selfOf(actor, asked, until);
    const others = (await this.calendar.within(this.database, self)).filter(({ id }) => id !== self.id);
    const ground = await this.ground.gather(this.database, [self, ...others], self);
    const hours = self.serviceIds.flatMap((id) => {
      const own = ground.maintenanceOf(id);
      return own ? [own] : [];
    });
    const { slot, skipped } = findSlot({
      ...{ from: asked.from, until, length: asked.minutes * 60_000_000 },
      allowed: inAll(hours),
      blocked: inTheWay(self, others, ground),
    });
    const told = skipped.slice(0, MOST_TOLD).map((found) => named(found, others, ground.freezes, ground.tagOf));
    return { slot: slot ?? null, until, insideMaintenance: hours.length > 0, skipped: await this.conflicts.asSeen(actor, told) };
  }

  private async selfOf(actor: Actor, asked: AskedSlot, until: Instant): Promise<Occupant> {
    const change = asked.change === undefined ? undefined : await this.conflicts.find(actor, asked.change);
    return {
      id: change?.id ?? '',
      itemIds: [...new Set([...(change?.itemIds ?? []), ...asked.itemIds])],
      serviceIds: [...new Set([...(change?.serviceIds ?? []), ...asked.serviceIds])],
      implementerId: asked.implementerId ?? change?.implementerId ?? null,
      emergency: false,
      from: asked.from,
      to: until,
    };
  }
}

/** The whole windows of others that any reason speaks against, each once by its gravest reason, and the freezes. */
function inTheWay(self: Occupant, others: readonly Occupant[], ground: Ground): FoundConflict[] {
  const changes = others.flatMap((other) => {
    const [gravest] = between(self, other, ground);
    return gravest ? [{ ...gravest, from: other.from, to: other.to }] : [];
  });
  const freezes = ground.freezes
    .filter((freeze) => concerns(freeze, self, ground))
    .map(({ id, from, to }) => ({ reason: 'freeze' as const, blocking: true, otherId: null, itemId: null, freezeId: id, from, to }));
  return [...changes, ...freezes];
}
