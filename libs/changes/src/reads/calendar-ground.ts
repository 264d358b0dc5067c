import { Injectable } from '@nestjs/common';
import { ItemReach } from '#assets';
import { CatalogueFacts } from '#catalogue';
import type { Interval } from '#kernel';
import type { Queryable } from '#platform';
import type { Freeze, Ground, Occupant } from '../domain/conflict.js';
import { hoursWithin } from '../domain/maintenance-hours.js';
import { FreezeWindows } from '../store/freeze-windows.js';
import { MaintenanceWindows } from '../store/maintenance-windows.js';

const NONE: ReadonlySet<string> = new Set();

/** A map of sets. */
class Sets {
  private readonly sets = new Map<string, Set<string>>();

  add(key: string, value: string): void {
    const set = this.sets.get(key);
    if (set) set.add(value);
    else this.sets.set(key, new Set([value]));
  }

  of(key: string): ReadonlySet<string> {
    return this.sets.get(key) ?? NONE;
  }
}

type Parts = Pick<Occupant, 'itemIds' | 'serviceIds'>;
type Ties = Pick<Ground, 'tie' | 'servicesFeeling'>;

/** Gathers what the rules of conflicts stand on, for a stretch of time and the changes in it. */
@Injectable()
export class CalendarGround {
  constructor(
    private readonly items: ItemReach,
    private readonly catalogue: CatalogueFacts,
    private readonly freezes: FreezeWindows,
    private readonly maintenance: MaintenanceWindows,
  ) {}

  /** The ground for all of these changes within `[from, to)`. */
  async gather(on: Queryable, changes: readonly Parts[], period: Interval): Promise<Ground> {
    const itemIds = [...new Set(changes.flatMap(({ itemIds }) => itemIds))];
    const ties = await this.ties(on, itemIds);
    const places = await this.items.places(on, itemIds);
    const freezes = await this.freezes.within(on, period);
    const institutionsOf = await this.concerned(on, changes, ties, freezes);
    for (const { id, institutionId } of places) institutionsOf.add(id, institutionId);
    const tags = new Map(places.map(({ id, tag }) => [id, tag]));
    return {
      ...ties,
      freezes,
      institutionsOf: (part) => institutionsOf.of(part),
      tagOf: (item) => tags.get(item) ?? item,
      maintenanceOf: await this.hours(on, [...new Set(changes.flatMap(({ serviceIds }) => serviceIds))], period),
    };
  }

  private async ties(on: Queryable, itemIds: readonly string[]): Promise<Ties> {
    const reached = await this.items.feeling(on, itemIds);
    const feeling = new Map<string, 'dependent_item' | 'parent_item'>();
    for (const { originId, itemId, byParts } of reached) feeling.set(`${originId} ${itemId}`, byParts ? 'parent_item' : 'dependent_item');
    const services = await this.services(on, itemIds, reached);
    return {
      tie: (item, other) => feeling.get(`${item} ${other}`) ?? feeling.get(`${other} ${item}`),
      servicesFeeling: (item) => services.of(item),
    };
  }

  private async services(
    on: Queryable,
    itemIds: readonly string[],
    reached: readonly { readonly originId: string; readonly itemId: string }[],
  ): Promise<Sets> {
    const standing = new Sets();
    const all = [...new Set([...itemIds, ...reached.map(({ itemId }) => itemId)])];
    for (const { itemId, serviceId } of await this.items.servicesOn(on, all)) standing.add(itemId, serviceId);
    const felt = new Sets();
    for (const id of itemIds) for (const service of standing.of(id)) felt.add(id, service);
    for (const { originId, itemId } of reached) for (const service of standing.of(itemId)) felt.add(originId, service);
    return felt;
  }

  /** Who subscribes to the services touched; looked up only where a freeze holds for an institution. */
  private async concerned(on: Queryable, changes: readonly Parts[], ties: Ties, freezes: readonly Freeze[]): Promise<Sets> {
    const sets = new Sets();
    if (freezes.every(({ institutionId }) => institutionId === null)) return sets;
    const services = new Set(
      changes.flatMap(({ itemIds, serviceIds }) => [...serviceIds, ...itemIds.flatMap((id) => [...ties.servicesFeeling(id)])]),
    );
    for (const { serviceId, institutionId } of await this.catalogue.subscribersOf([...services], on)) sets.add(serviceId, institutionId);
    return sets;
  }

  private async hours(on: Queryable, serviceIds: readonly string[], period: Interval): Promise<Ground['maintenanceOf']> {
    const windows = await this.maintenance.within(on, period, serviceIds);
    const hours = new Map(
      serviceIds.flatMap((id) => {
        const own = windows.filter(({ serviceId }) => serviceId === id);
        return own.length > 0 ? [[id, hoursWithin(own, period)] as const] : [];
      }),
    );
    return (serviceId) => hours.get(serviceId);
  }
}
