import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import { Clock, DomainError, type Instant } from '#kernel';
import { EventLog } from '#platform';
import { type DutyLoad, dutyLoad, unattended } from '../domain/duty-load.js';
import { figureScope, WHOLE } from '../domain/figure-scope.js';
import type { LoadDay } from '../domain/load-days.js';
import { hourOf } from '../domain/load-fact.js';
import { type LoadByHour, type LoadCounts, NO_LOAD } from '../domain/load-heat.js';
import { REFRESH_REACTION } from '../domain/ticket-event.js';
import { type DutyRoster, LoadCalendar } from './load-calendar.js';
import { type GroupArrivals, LoadCells } from './load-cells.js';
import type { LoadPart } from './load-part.js';

/** People on duty against what came, in some days. */
export interface DutyPage extends DutyLoad {
  readonly from: string;
  readonly to: string;
  readonly dataAt: Instant;
  readonly groups: readonly (DutyRoster['groups'][number] & { readonly name: string })[];
  /** Everybody once, however many groups he is in. */
  readonly people: number;
  /** What came in hours in which nobody of its group was on duty. */
  readonly unattended: number;
}

/** The groups whose people an actor may count: null for all of them, none for who reads an institution alone. */
export function dutyGroups(actor: Actor, groupId: string | undefined): readonly string[] | null {
  const scope = figureScope(actor);
  if (scope.all) return groupId ? [groupId] : null;
  return groupId ? scope.groupIds.filter((id) => id === groupId) : scope.groupIds;
}

/** What arrived in each hour, with whatever group. */
function byHour(arrivals: readonly GroupArrivals[]): LoadByHour {
  const hours = new Map<number, LoadCounts>();
  for (const { hour, arrived } of arrivals) hours.set(hour, { ...NO_LOAD, arrived: arrived + (hours.get(hour)?.arrived ?? 0) });
  return hours;
}

/** Who is on duty when, and what comes then. */
@Injectable()
export class DutyPages {
  constructor(
    private readonly clock: Clock,
    private readonly cells: LoadCells,
    private readonly calendar: LoadCalendar,
    private readonly identity: IdentityFacts,
    private readonly events: EventLog,
  ) {}

  /** Throws `kpis.duty-not-allowed` for who reads the figures of an institution alone. */
  async read(actor: Actor, asked: readonly LoadDay[], groupId: string | undefined): Promise<DutyPage> {
    const groups = dutyGroups(actor, groupId);
    if (groups?.length === 0) throw new DomainError('kpis.duty-not-allowed', {}, 'forbidden');
    const days = await this.cells.since(asked);
    const part: LoadPart = groups === null ? { scope: WHOLE } : { scope: { all: false, institutionIds: [], groupIds: groups } };
    const [arrivals, roster, dataAt] = await Promise.all([
      this.cells.arrivals(part, days),
      this.calendar.roster(groups),
      this.events.doneUntil(REFRESH_REACTION),
    ]);
    const names = await this.identity.groupNames(
      roster.groups.map(({ id }) => id),
      actor.locale,
    );
    return {
      ...{ from: days[0]!.date, to: days.at(-1)!.date, dataAt },
      groups: roster.groups.map((group) => ({ ...group, name: names.get(group.id) ?? '' })),
      people: roster.duty.people,
      unattended: unattended(arrivals, roster.dutyOf, roster.duty),
      ...dutyLoad(roster.duty, days, byHour(arrivals), hourOf(this.clock.now()) + 1),
    };
  }
}
