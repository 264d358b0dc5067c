import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import { Clock, type Instant } from '#kernel';
import { EventLog } from '#platform';
import type { LoadDay } from '../domain/load-days.js';
import { hourOf } from '../domain/load-fact.js';
import { type DayLoad, daysOf, type HeatCell, heatOf, type LoadCounts, sumOf } from '../domain/load-heat.js';
import { NONE, REFRESH_REACTION } from '../domain/ticket-event.js';
import { DimensionNames } from './dimension-names.js';
import { LoadCalendar } from './load-calendar.js';
import { LoadCells, LOAD_PARTS, type LoadLayout } from './load-cells.js';
import type { LoadPart } from './load-part.js';

/** What one institution, service or group brought; the id is null where the key stands for none. */
export interface PartLoad extends LoadCounts {
  readonly id: string | null;
  readonly name: string;
}

/** What came and went in some days. */
export interface LoadPage {
  readonly from: string;
  readonly to: string;
  /** Everything that happened before this instant is counted. */
  readonly dataAt: Instant;
  readonly whole: LoadCounts;
  readonly heat: readonly HeatCell[];
  /** The days that have begun; working ones by the calendar of the clients, LV-8x5. */
  readonly days: readonly (DayLoad & { readonly working: boolean })[];
  readonly parts: Readonly<Record<LoadLayout, readonly PartLoad[]>>;
}

/** The load of some days. */
@Injectable()
export class LoadPages {
  constructor(
    private readonly clock: Clock,
    private readonly cells: LoadCells,
    private readonly calendar: LoadCalendar,
    private readonly names: DimensionNames,
    private readonly events: EventLog,
  ) {}

  async read(part: LoadPart, asked: readonly LoadDay[], locale: Locale): Promise<LoadPage> {
    const days = await this.cells.since(asked);
    const until = hourOf(this.clock.now()) + 1;
    const [{ byHour, parts }, works, dataAt] = await Promise.all([
      this.cells.sums(part, days),
      this.calendar.works(),
      this.events.doneUntil(REFRESH_REACTION),
    ]);
    const begun = daysOf(days, byHour, until);
    const named = await Promise.all(LOAD_PARTS.map(async (by) => [by, await this.named(by, parts[by], locale)] as const));
    return {
      from: days[0]!.date,
      to: days.at(-1)!.date,
      dataAt,
      whole: sumOf(byHour.values()),
      heat: heatOf(days, byHour, until),
      days: begun.map((day, at) => ({ ...day, working: works(days[at]!) })),
      parts: Object.fromEntries(named) as unknown as LoadPage['parts'],
    };
  }

  private async named(by: LoadLayout, rows: readonly (LoadCounts & { key: string })[], locale: Locale): Promise<PartLoad[]> {
    const name = await this.names.of(
      by,
      rows.map(({ key }) => key),
      locale,
    );
    return rows
      .map(({ key, ...counts }) => ({ id: key === NONE ? null : key, name: name(key), ...counts }))
      .sort((a, b) => b.arrived - a.arrived || a.name.localeCompare(b.name, 'lv'));
  }
}
