import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform';
import { concerns } from '../domain/conflict-rules.js';
import type { Freeze } from '../domain/conflict.js';
import { FreezeWindows } from '../store/freeze-windows.js';
import { CalendarGround } from './calendar-ground.js';
import { OccupiedCalendar } from './occupied-calendar.js';

/** What is scheduled and cannot begin any more because of a freeze. */
export interface FrozenChangesView {
  readonly freeze: Pick<Freeze, 'reason' | 'from'>;
  readonly changeIds: readonly string[];
}

/** The scheduled changes that a freeze stops; emergencies need not mind it. */
@Injectable()
export class FrozenChanges {
  constructor(
    private readonly freezes: FreezeWindows,
    private readonly calendar: OccupiedCalendar,
    private readonly ground: CalendarGround,
  ) {}

  /** Undefined where the freeze has been lifted meanwhile. */
  async of(on: Queryable, freezeId: string): Promise<FrozenChangesView | undefined> {
    const freeze = await this.freezes.find(on, freezeId);
    if (!freeze) return undefined;
    const placed = await this.calendar.placed(on, freeze, (state) => state === 'scheduled');
    const planned = placed.filter(({ emergency }) => !emergency);
    const ground = await this.ground.gather(on, planned, freeze);
    return { freeze, changeIds: planned.filter((change) => concerns(freeze, change, ground)).map(({ id }) => id) };
  }
}
