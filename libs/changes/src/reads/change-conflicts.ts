import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { type Instant, notFound } from '#kernel';
import { Database } from '#platform';
import { TicketFacts } from '#tickets';
import type { ChangeKind } from '../domain/change-words.js';
import { insideTolerance, rigaDay } from '../domain/change-window.js';
import type { Conflict } from '../domain/conflict.js';
import { ConflictCheck } from './conflict-check.js';
import { OccupiedCalendar, type PlacedChange } from './occupied-calendar.js';

/** A window to try a change in. */
export interface TriedWindow {
  readonly from: Instant;
  readonly to: Instant;
}

/** What moving a scheduled change means: it stays authorised, authority is asked for anew, or it is refused (DOMAIN 3.4). */
export type Move = 'inside' | 'asks_again' | 'refused';

export interface WindowVerdict {
  readonly conflicts: readonly Conflict[];
  /** Null where no window is tried, or the change is not scheduled. */
  readonly move: Move | null;
}

function moveTo(kind: ChangeKind, approved: TriedWindow | null, tried: TriedWindow): Move {
  if (approved && insideTolerance(approved, tried, rigaDay)) return 'inside';
  return kind === 'standard' ? 'refused' : 'asks_again';
}

/** The conflicts of a change, as one reader sees them. */
@Injectable()
export class ChangeConflicts {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketFacts,
    private readonly calendar: OccupiedCalendar,
    private readonly check: ConflictCheck,
  ) {}

  /** What a change touches and when, by id or number; `tickets.not-found` where the actor sees no such change. */
  async find(actor: Actor, key: string): Promise<Omit<PlacedChange, 'from' | 'to'> & Partial<TriedWindow>> {
    const seen = await this.tickets.seenBy(actor, key);
    const change = seen?.ticket.type === 'change' ? await this.calendar.one(this.database, seen.ticket.id) : undefined;
    if (!change) throw notFound('tickets');
    return change;
  }

  /** In its own window, or in `tried`; none while it has no window. Throws `tickets.not-found`. */
  async of(actor: Actor, key: string, tried?: TriedWindow): Promise<WindowVerdict> {
    const change = await this.find(actor, key);
    const window = tried ?? (change.from !== undefined && change.to !== undefined ? { from: change.from, to: change.to } : undefined);
    if (!window) return { conflicts: [], move: null };
    const found = await this.check.of(this.database, { ...change, ...window, changeId: change.id });
    const move = tried && change.ticket.state === 'scheduled' ? moveTo(change.kind, change.approved, tried) : null;
    return { conflicts: await this.asSeen(actor, found), move };
  }

  /** A restricted change is in the way without a name where the actor does not see it. */
  async asSeen(actor: Actor, found: readonly Conflict[]): Promise<Conflict[]> {
    const ids = found.flatMap(({ change }) => (change ? [change.id] : []));
    const facts = await this.tickets.byIds(ids);
    const restricted = ids.filter((id) => facts.get(id)?.restricted);
    const seen = await this.tickets.visibleAmong(actor, restricted);
    return found.map((one) =>
      one.change && restricted.includes(one.change.id) && !seen.has(one.change.id) ? { ...one, change: null } : one,
    );
  }
}
