import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock, type Instant } from '#kernel';
import { EventLog } from '#platform';
import { type ExpectedDay, forecast, type ForecastError, SAMPLE_DAYS, TRIED_WEEKS, type TriedWeek } from '../domain/forecast.js';
import { personHoursOf } from '../domain/duty-load.js';
import { type LoadDay, dateAfter, dateOf, daysBetween, mondayOf } from '../domain/load-days.js';
import { type DayLoad, daysOf } from '../domain/load-heat.js';
import { REFRESH_REACTION } from '../domain/ticket-event.js';
import { dutyGroups } from './duty-page.js';
import { LoadCalendar } from './load-calendar.js';
import { LoadCells } from './load-cells.js';
import type { LoadPart } from './load-part.js';

/** What next week brings. */
export interface ForecastPage {
  /** Next Monday. */
  readonly from: string;
  readonly to: string;
  readonly dataAt: Instant;
  /** Null where there are less than two weeks to learn from. */
  readonly forecast: {
    /** With the hours of work of the people on duty, where the reader may know them. */
    readonly days: readonly (ExpectedDay & { readonly personHours: number | null })[];
    readonly tried: readonly TriedWeek[];
    readonly error: ForecastError | null;
  } | null;
  /** The last full days, of as many weeks as are looked back on. */
  readonly past: readonly (DayLoad & { readonly working: boolean })[];
}

const WEEK = 7;

/** Arrivals of next week, by what the weeks before brought. */
@Injectable()
export class ForecastPages {
  constructor(
    private readonly clock: Clock,
    private readonly cells: LoadCells,
    private readonly calendar: LoadCalendar,
    private readonly events: EventLog,
  ) {}

  async read(actor: Actor, part: LoadPart): Promise<ForecastPage> {
    const today = dateOf(this.clock.now());
    const monday = dateAfter(mondayOf(today), WEEK);
    const ahead = daysBetween(monday, dateAfter(monday, WEEK - 1));
    const days = daysBetween(dateAfter(today, -(SAMPLE_DAYS + (TRIED_WEEKS + 2) * WEEK)), dateAfter(today, -1));
    const [load, works, dataAt] = await Promise.all([
      this.cells.byHour(part, days),
      this.calendar.works(),
      this.events.doneUntil(REFRESH_REACTION),
    ]);
    const history = daysOf(days, load, Infinity).map((day, at) => ({ ...day, working: works(days[at]!) }));
    const found = forecast(
      history,
      ahead.map((day) => ({ date: day.date, weekday: day.weekday, working: works(day) })),
    );
    const worked = await this.personHours(actor, part, ahead);
    return {
      ...{ from: monday, to: ahead.at(-1)!.date, dataAt },
      forecast: found && { ...found, days: found.days.map((day, at) => ({ ...day, personHours: worked?.[at] ?? null })) },
      past: history.slice(-SAMPLE_DAYS),
    };
  }

  /** Who serves everybody cannot be held against what one institution or service brings. */
  private async personHours(
    actor: Actor,
    { institutionId, serviceId, groupId }: LoadPart,
    days: readonly LoadDay[],
  ): Promise<number[] | null> {
    const groups = dutyGroups(actor, groupId);
    if (groups?.length === 0 || institutionId || serviceId) return null;
    const { duty } = await this.calendar.roster(groups);
    return days.map((day) => personHoursOf(duty, day));
  }
}
