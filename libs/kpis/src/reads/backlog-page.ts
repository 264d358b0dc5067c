import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import { Clock, type Instant } from '#kernel';
import { EventLog } from '#platform';
import type { LoadDay } from '../domain/load-days.js';
import { NONE, REFRESH_REACTION } from '../domain/ticket-event.js';
import { type AgeBands, type Ages, BacklogAges, endOf, type KeyedAges } from './backlog-ages.js';
import { DimensionNames } from './dimension-names.js';
import { LOAD_PARTS, LoadCells, type LoadLayout } from './load-cells.js';
import type { LoadPart } from './load-part.js';

export interface PartAges extends Ages {
  readonly id: string | null;
  readonly name: string;
}

/** What was open at the end of some days, and how old it was (KPI-07). */
export interface BacklogPage {
  readonly from: string;
  readonly to: string;
  /** The instant of which it speaks: the end of the last day, or now. */
  readonly at: Instant;
  readonly dataAt: Instant;
  readonly whole: Ages;
  readonly parts: Readonly<Record<LoadLayout, readonly PartAges[]>>;
  readonly over: readonly (AgeBands & { readonly date: string })[];
}

const NOTHING: Ages = { n: 0, days0to2: 0, days3to7: 0, days8to30: 0, over30: 0, median: null, p90: null };

/** The backlog and its age. */
@Injectable()
export class BacklogPages {
  constructor(
    private readonly clock: Clock,
    private readonly ages: BacklogAges,
    private readonly cells: LoadCells,
    private readonly names: DimensionNames,
    private readonly events: EventLog,
  ) {}

  async read(part: LoadPart, asked: readonly LoadDay[], locale: Locale): Promise<BacklogPage> {
    const now = this.clock.now();
    const days = await this.cells.since(asked);
    const at = endOf(days.at(-1)!, now);
    const [rows, over, dataAt] = await Promise.all([
      this.ages.at(part, at),
      this.ages.over(part, days, now),
      this.events.doneUntil(REFRESH_REACTION),
    ]);
    const parts = await Promise.all(LOAD_PARTS.map(async (by) => [by, await this.named(by, rows, locale)] as const));
    return {
      ...{ from: days[0]!.date, to: days.at(-1)!.date, at, dataAt, over },
      whole: rows.find(({ layout }) => layout === null) ?? NOTHING,
      parts: Object.fromEntries(parts) as unknown as BacklogPage['parts'],
    };
  }

  private async named(by: LoadLayout, rows: readonly KeyedAges[], locale: Locale): Promise<PartAges[]> {
    const own = rows.filter(({ layout }) => layout === by);
    const name = await this.names.of(
      by,
      own.map(({ key }) => key!),
      locale,
    );
    return own
      .map(({ key, ...ages }) => ({ ...ages, id: key === NONE ? null : key, name: name(key!) }))
      .sort((a, b) => b.n - a.n || a.name.localeCompare(b.name, 'lv'));
  }
}
