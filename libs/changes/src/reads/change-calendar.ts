import { Injectable } from '@nestjs/common';
import { CatalogueFacts } from '#catalogue';
import { type Actor, scopeOf } from '#identity';
import type { Interval } from '#kernel';
import { Database } from '#platform';
import { TicketFacts } from '#tickets';
import type { ChangeState } from '../domain/change-lifecycle.js';
import type { FoundConflict, Freeze, Ground } from '../domain/conflict.js';
import { occupies } from '../domain/conflict.js';
import { conflictsOf, servicesTouched } from '../domain/conflict-rules.js';
import { CalendarGround } from './calendar-ground.js';
import { OccupiedCalendar, type PlacedChange } from './occupied-calendar.js';

export interface AskedCalendar extends Interval {
  readonly serviceId?: string;
  readonly institutionId?: string;
  /** Shows drafts and what is being assessed too, as wishes; for staff. */
  readonly wished?: boolean;
}

/** A conflict in the calendar, between two changes or of one with a window. */
export interface CalendarConflict extends FoundConflict {
  readonly changeId: string;
}

/** What stands in the calendar, before names are put to it. */
export interface CalendarContent {
  readonly changes: readonly PlacedChange[];
  readonly freezes: readonly Freeze[];
  readonly conflicts: readonly CalendarConflict[];
  readonly ground: Ground;
}

const AGREED: readonly ChangeState[] = ['scheduled', 'implementing', 'review', 'closed'];
const SHOWN: readonly ChangeState[] = ['awaiting_authorisation', ...AGREED];
const WISHED: readonly ChangeState[] = ['draft', 'assessing', ...SHOWN];

/** The change calendar as one reader sees it (DOMAIN 9: staff the whole, coordinators what touches their institution). */
@Injectable()
export class ChangeCalendar {
  constructor(
    private readonly database: Database,
    private readonly calendar: OccupiedCalendar,
    private readonly ground: CalendarGround,
    private readonly tickets: TicketFacts,
    private readonly catalogue: CatalogueFacts,
  ) {}

  async read(actor: Actor, asked: AskedCalendar): Promise<CalendarContent> {
    const staff = scopeOf(actor, 'change.calendar').all;
    const states: readonly string[] = !staff ? AGREED : asked.wished ? WISHED : SHOWN;
    const placed = await this.unhidden(actor, await this.calendar.placed(this.database, asked, (state) => states.includes(state)));
    // What is over hangs together with nothing any more; what it touches matters only to a filter.
    const filtered = !staff || asked.serviceId !== undefined || asked.institutionId !== undefined;
    const matters = filtered ? placed : placed.filter(({ ticket }) => occupies(ticket.state));
    const ground = await this.ground.gather(this.database, matters, asked);
    const concerned = await this.concernOf(actor, asked, staff);
    const changes = placed.filter((change) => concerned.change(change, ground));
    return {
      changes,
      freezes: ground.freezes.filter(concerned.freeze),
      conflicts: staff ? conflictsAmong(changes, placed, ground) : [],
      ground,
    };
  }

  /** Restricted changes stand in the calendar of those who see them. */
  private async unhidden(actor: Actor, placed: readonly PlacedChange[]): Promise<PlacedChange[]> {
    const restricted = placed.flatMap(({ id, ticket }) => (ticket.restricted ? [id] : []));
    const seen = await this.tickets.visibleAmong(actor, restricted);
    return placed.filter(({ id, ticket }) => !ticket.restricted || seen.has(id));
  }

  private async concernOf(actor: Actor, { serviceId, institutionId }: AskedCalendar, staff: boolean) {
    const own = staff ? [] : scopeOf(actor, 'change.calendar').institutionIds;
    const asked = institutionId === undefined ? own : staff || own.includes(institutionId) ? [institutionId] : [];
    const narrowed = !staff || institutionId !== undefined;
    const services = new Set(narrowed ? await this.catalogue.subscribedBy(asked) : []);
    const ofInstitution = (touched: ReadonlySet<string>): boolean => !narrowed || [...touched].some((id) => services.has(id));
    return {
      change: (change: PlacedChange, ground: Ground): boolean => {
        if (!narrowed && serviceId === undefined) return true;
        const touched = servicesTouched(change, ground);
        if (serviceId !== undefined && !touched.has(serviceId)) return false;
        return ofInstitution(touched) || change.itemIds.some((item) => asked.some((id) => ground.institutionsOf(item).has(id)));
      },
      freeze: (freeze: Freeze): boolean => {
        if (freeze.serviceId !== null)
          return (serviceId === undefined || serviceId === freeze.serviceId) && ofInstitution(new Set([freeze.serviceId]));
        return freeze.institutionId === null || !narrowed || asked.includes(freeze.institutionId);
      },
    };
  }
}

/** Each conflict of the changes shown once: with each other, with those that a filter leaves out, with freezes and maintenance. */
export function conflictsAmong(shown: readonly PlacedChange[], all: readonly PlacedChange[], ground: Ground): CalendarConflict[] {
  const occupying = all.filter(({ ticket }) => occupies(ticket.state));
  const asked = new Set<string>();
  return shown
    .filter(({ ticket }) => occupies(ticket.state))
    .flatMap((change) => {
      asked.add(change.id);
      const others = overlapping(change, occupying).filter(({ id }) => !asked.has(id));
      return conflictsOf(change, others, ground).map((found) => ({ ...found, changeId: change.id }));
    });
}

/** `all` is ordered by the beginning. */
function overlapping(change: Interval, all: readonly PlacedChange[]): PlacedChange[] {
  return all.filter((other) => other.from < change.to && other.to > change.from);
}
